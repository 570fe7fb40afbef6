import Link from "next/link";

export type HeatCell = {
  /** 0 to 1; null where there is nothing to say. */
  strength: number | null;
  value: string;
  /** More than the value, read out and shown when pointed at. */
  title: string;
  /** More may still come: drawn with a broken edge. */
  isOpen?: boolean;
  /** The list behind it. */
  href?: string;
};

export type HeatRow = { key: string; label: string; size: string; cells: readonly HeatCell[] };

/** Never darker: ink stays readable on every cell (4.5 : 1). */
const darkest = 58;

/**
 * A table whose cells are the darker the more they hold. The value stands in each cell, so that the
 * colour only helps the eye.
 */
export function HeatMap({
  caption,
  heads,
  rows,
}: {
  caption: string;
  /** Of the rows' names, their sizes, and each column. */
  heads: readonly [string, string, ...string[]];
  rows: readonly HeatRow[];
}) {
  const [nameHead, sizeHead, ...columns] = heads;
  return (
    // Positioned, or what is only read out in its cells would stand beside it and widen the page.
    <section className="relative overflow-x-auto" aria-label={caption} {...scrollable}>
      <table className="border-separate border-spacing-0.5 text-xs">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="text-ink-faint">
            <th scope="col" className="sticky left-0 bg-card px-2 py-1 text-left font-medium">
              {nameHead}
            </th>
            <th scope="col" className="px-2 py-1 text-right font-medium whitespace-nowrap">
              {sizeHead}
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className="px-2 py-1 font-medium whitespace-nowrap">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key}>
              <th
                scope="row"
                className="sticky left-0 bg-card px-2 py-1 text-left font-normal whitespace-nowrap"
              >
                {row.label}
              </th>
              <td className="px-2 py-1 text-right text-ink-soft">{row.size}</td>
              {columns.map((column, at) => (
                <Cell key={column} cell={row.cells[at]} />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Cell({ cell }: { cell: HeatCell | undefined }) {
  if (!cell) return <td />;
  const share = Math.min(1, Math.max(0, cell.strength ?? 0)) * darkest;
  return (
    <td
      title={cell.title}
      className={`min-w-14 rounded-sm px-2 py-1.5 text-center tabular-nums print:[print-color-adjust:exact] ${
        cell.isOpen ? "outline-1 outline-ink-soft outline-dashed -outline-offset-1" : ""
      }`}
      style={{
        background: `color-mix(in srgb, var(--color-series-1) ${share.toFixed(1)}%, var(--color-sunken))`,
      }}
    >
      {cell.href ? (
        <Link href={cell.href} className="hover:underline">
          {cell.value}
          <span className="sr-only">{cell.title}</span>
        </Link>
      ) : (
        <>
          {cell.value}
          <span className="sr-only">{cell.title}</span>
        </>
      )}
    </td>
  );
}

/** A region that scrolls has to be reachable with the keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const;
