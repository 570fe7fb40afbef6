import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DataTable } from "@/components/ui/data-table";
import { MoreFigures } from "@/components/ui/more-figures";
import { plainFigure, writeFigure } from "@/features/insights/components/board-figure";
import {
  type BoardCell,
  type BoardTable,
  insideOf,
} from "@/features/insights/components/board-table";

type Data = { table: BoardTable; csvHref?: string };

/** A board's table, and the way to the same rows as a file. */
export function BoardData({ table, csvHref, ...look }: Data & { stacks?: boolean }) {
  const text = useTranslations("insights");
  return (
    <>
      <DataTable
        {...look}
        caption={table.caption}
        columns={table.columns}
        rows={table.rows.map(({ key, cells }) => ({
          key,
          cells: Object.fromEntries(
            Object.entries(cells).map(([name, cell]) => [name, showCell(cell)]),
          ),
        }))}
        empty={<p className="text-sm text-ink-faint">{text("emptyTable")}</p>}
      />
      {csvHref && <CsvLink href={csvHref} />}
    </>
  );
}

/** The table behind a chart, opened on demand. It stays a table: its days are read against one another. */
export function DataBehind(props: Data) {
  const text = useTranslations("common");
  return (
    <MoreFigures label={text("showTable")}>
      <BoardData {...props} stacks={false} />
    </MoreFigures>
  );
}

function CsvLink({ href }: { href: string }) {
  const text = useTranslations("common");
  return (
    <p className="mt-2 text-right text-sm print:hidden">
      <a href={href} download className="text-leaf hover:underline">
        {text("exportCsv")}
      </a>
    </p>
  );
}

function showCell(cell: BoardCell): ReactNode {
  const shown = showInside(insideOf(cell));
  if (typeof cell === "string" || !("of" in cell)) return shown;
  return (
    <Link href={cell.href} className="text-leaf hover:underline">
      {shown}
    </Link>
  );
}

function showInside(inside: ReturnType<typeof insideOf>): ReactNode {
  if (typeof inside === "string") {
    // A sentence in a narrow table would stand one word under the other.
    const width = inside.length <= 10 ? "whitespace-nowrap" : "inline-block min-w-32";
    return <span className={width}>{inside}</span>;
  }
  const isWorded = "plain" in inside;
  return (
    <data value={isWorded ? inside.plain : plainFigure(inside)} className="whitespace-nowrap">
      {isWorded ? inside.shown : writeFigure(inside)}
    </data>
  );
}
