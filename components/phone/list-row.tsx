import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/phone/icon";

/** A row of a list: what it is on the left, its value on the right; a link when there is more behind. */
export function ListRow({
  icon,
  label,
  value,
  hint,
  href,
}: {
  icon?: IconName | undefined;
  label: ReactNode;
  value?: ReactNode;
  hint?: string | undefined;
  href?: string | undefined;
}) {
  const content = (
    <>
      {icon ? <Icon name={icon} className="size-5 text-leaf" /> : null}
      <span className="min-w-0 flex-1">
        <span className="flex flex-wrap justify-between gap-x-4">
          <span>{label}</span>
          {value === undefined ? null : <span className="text-ink-soft">{value}</span>}
        </span>
        {hint ? <span className="block text-ink-faint text-sm">{hint}</span> : null}
      </span>
      {href ? <Icon name="forward" className="size-4 text-edge" /> : null}
    </>
  );
  const look = "flex min-h-13 items-center gap-3 px-4 py-3";
  if (!href) return <div className={look}>{content}</div>;
  return (
    <a href={href} className={`${look} active:bg-sunken`}>
      {content}
    </a>
  );
}
