import Link from "next/link";

/** One figure with what it is compared with; it opens to the list behind it, for those who may see it. */
export function FigureCard({
  label,
  value,
  compared,
  meaning,
  href,
}: {
  label: string;
  value: string;
  compared: string;
  /** The definition, shown when pointed at and read out. */
  meaning: string;
  href: string | null;
}) {
  const look = "grid content-start gap-0.5 rounded-lg border border-line bg-card p-3.5 shadow-card";
  const figure = (
    <>
      <span className="text-sm text-ink-faint">{label}</span>
      <span className="text-xl font-semibold tabular-nums">{value}</span>
      <span className="text-xs text-ink-faint tabular-nums">{compared}</span>
      <span className="sr-only">{meaning}</span>
    </>
  );
  if (href === null) {
    return (
      <div title={meaning} className={look}>
        {figure}
      </div>
    );
  }
  return (
    <Link href={href} title={meaning} className={`${look} transition-colors hover:border-edge`}>
      {figure}
    </Link>
  );
}
