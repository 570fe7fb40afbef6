import type { ReactNode } from "react";

export type DataColumn = {
  key: string;
  label: string;
  /** Figures stand right, so that their digits line up. */
  align?: "right";
  /** Left out on narrow screens. */
  wideOnly?: boolean;
};

export type DataRow = { key: string; cells: Record<string, ReactNode> };

const cellLook = (column: DataColumn) =>
  `${column.align === "right" ? "text-right" : "text-left"} ${column.wideOnly ? "hidden md:table-cell" : ""}`;

/** So many columns stand beside one another on a phone. */
const narrowColumns = 3;

/**
 * A table whose first column names the row. On a narrow screen the rows of one with many columns are
 * stacked; what is still too wide scrolls by itself.
 */
export function DataTable({
  caption,
  columns,
  rows,
  empty,
  stacks = columns.filter((one) => !one.wideOnly).length > narrowColumns,
}: {
  /** What the table holds, for screen readers. */
  caption: string;
  columns: readonly DataColumn[];
  rows: readonly DataRow[];
  empty?: ReactNode;
  /** Whether a narrow screen stacks the rows; false where they are read against one another. */
  stacks?: boolean;
}) {
  if (rows.length === 0 && empty) return empty;
  return (
    <section className="overflow-x-auto" aria-label={caption} {...scrollable}>
      <table className={`w-full border-collapse text-sm ${stacks ? "stacked-rows" : ""}`}>
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-line border-b">
            {columns.map((column) => (
              <th
                key={column.key}
                scope="col"
                className={`px-2.5 py-2 align-bottom font-medium break-keep text-ink-faint first:pl-0 last:pr-0 ${cellLook(column)}`}
              >
                {column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} className="border-line border-b last:border-b-0">
              {columns.map((column) => (
                <td
                  key={column.key}
                  data-label={column.label}
                  className={`px-2.5 py-2.5 align-middle first:pl-0 last:pr-0 ${cellLook(column)}`}
                >
                  {row.cells[column.key]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

/** A region that scrolls has to be reachable with the keyboard (WCAG 2.1.1). */
const scrollable = { tabIndex: 0 } as const;
