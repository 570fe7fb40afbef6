import Link from "next/link";

export type BarItem = {
  key: string;
  label: string;
  /** How long the bar is; below 0 it runs to the left in another colour. */
  size: number;
  /** What is written at its end. */
  value: string;
  /** The list behind it. */
  href?: string;
  /** A second, thinner bar: the same in the window compared with. */
  before?: { size: number; value: string };
};

/** Bars one under the other with their names and values in words, so that no length must be guessed. */
export function BarList({ label, items }: { label: string; items: readonly BarItem[] }) {
  const longest = Math.max(
    1,
    ...items.flatMap(({ size, before }) => [Math.abs(size), Math.abs(before?.size ?? 0)]),
  );
  const width = (size: number) => `${(Math.abs(size) / longest) * 100}%`;
  return (
    <ul aria-label={label} className="grid grid-cols-1 gap-2.5 text-sm">
      {items.map((item) => (
        <li key={item.key} className="grid grid-cols-1 gap-1">
          <div className="flex items-baseline justify-between gap-3">
            <span className="min-w-0 truncate">
              {item.href ? (
                <Link href={item.href} className="text-leaf hover:underline">
                  {item.label}
                </Link>
              ) : (
                item.label
              )}
            </span>
            <span className="shrink-0 tabular-nums">
              {item.value}
              {item.before && <span className="ml-2 text-ink-faint">{item.before.value}</span>}
            </span>
          </div>
          <div aria-hidden="true" className="grid gap-0.5">
            <div
              className={`h-2 min-w-px rounded-sm print:[print-color-adjust:exact] ${item.size < 0 ? "bg-series-2" : "bg-series-1"}`}
              style={{ width: width(item.size) }}
            />
            {item.before && (
              <div
                className="h-1 min-w-px rounded-sm bg-edge/60 print:[print-color-adjust:exact]"
                style={{ width: width(item.before.size) }}
              />
            )}
          </div>
        </li>
      ))}
    </ul>
  );
}
