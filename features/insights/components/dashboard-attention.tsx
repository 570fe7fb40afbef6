import Link from "next/link";
import { useTranslations } from "next-intl";
import type { Attention } from "@/features/insights/queries/count-attention";

/** What waits for somebody, each with the way to it. */
export function AttentionList({
  attention,
  links,
}: {
  attention: Attention;
  /** Where each kind is dealt with; what is left out may not be seen by this person. */
  links: Partial<Record<keyof Attention, string>>;
}) {
  const text = useTranslations("overview");
  const kinds = ["toShip", "applications", "reviews", "lowStock", "quarantined"] as const;
  const waiting = kinds.flatMap((kind) => {
    const href = links[kind];
    return href && attention[kind] > 0 ? [{ kind, href }] : [];
  });
  if (waiting.length === 0) return <p className="text-sm text-ink-faint">{text("allDone")}</p>;
  return (
    <ul className="grid divide-y divide-line text-sm">
      {waiting.map(({ kind, href }) => (
        <li key={kind}>
          <Link
            href={href}
            className="flex min-h-11 items-center justify-between gap-3 hover:underline"
          >
            {text(`attention.${kind}`)}
            <span className="rounded-full bg-warn-soft px-2.5 py-0.5 text-warn tabular-nums">
              {attention[kind]}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}
