import { Icon } from "@/components/phone/icon";

/** The heading of a part of a page, with a way to all of it. */
export function SectionHeading({
  title,
  hint,
  more,
}: {
  title: string;
  hint?: string | undefined;
  more?: { href: string; label: string } | undefined;
}) {
  return (
    <div className="flex items-end justify-between gap-3">
      <div className="min-w-0">
        <h2 className="font-semibold text-xl tracking-wide">{title}</h2>
        {hint ? <p className="mt-0.5 text-ink-soft text-sm">{hint}</p> : null}
      </div>
      {more ? (
        <a
          href={more.href}
          className="-mr-2 inline-flex min-h-11 shrink-0 items-center gap-0.5 px-2 text-leaf text-sm"
        >
          {more.label}
          <Icon name="forward" className="size-3.5" />
        </a>
      ) : null}
    </div>
  );
}
