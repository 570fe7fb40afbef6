import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { formatYuan } from "@/domain/money/format-yuan";
import { monthName } from "@/features/payouts/components/month-name";
import type { TaxStatementView } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay } from "@/lib/i18n/shanghai-time";

type Amounts = { grossFen: bigint; taxFen: bigint; netFen: bigint };

/** Income, tax and what arrived, month by month, with the year's sum. */
export function StatementMonths({ statement }: { statement: TaxStatementView }) {
  return (
    <Card className="overflow-x-auto">
      <table className="w-full text-sm tabular-nums">
        <thead>
          <tr className="text-ink-faint">
            <Head align="text-left">{say("month")}</Head>
            <Head>{say("gross")}</Head>
            <Head>{say("tax")}</Head>
            <Head>{say("net")}</Head>
          </tr>
        </thead>
        <tbody>
          {statement.months.map(({ month, ...amounts }) => (
            <tr key={month} className="border-t hairline">
              <th scope="row" className="px-4 py-1 text-left font-normal">
                <a
                  href={`?year=${statement.year}&month=${Number(month.slice(5))}`}
                  className="inline-flex min-h-11 items-center text-leaf print:text-ink"
                >
                  {monthName(month)}
                </a>
              </th>
              <Cells {...amounts} />
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr className="border-t hairline font-semibold">
            <th scope="row" className="px-4 py-3 text-left">
              {say("total")}
            </th>
            <Cells {...statement} />
          </tr>
        </tfoot>
      </table>
    </Card>
  );
}

/** Each withdrawal of a month. */
export function StatementLines({ statement }: { statement: TaxStatementView }) {
  return (
    <Card className="divide-y divide-line">
      {statement.lines.map(({ payoutNo, paidAt, grossFen, taxFen, netFen }) => (
        <ListRow
          key={payoutNo}
          href={`/distribute/payouts/${payoutNo}`}
          label={formatDay(paidAt)}
          value={`¥${formatYuan(grossFen)}`}
          hint={`${mallText("distribution.withdrawal.list.net", {
            net: formatYuan(netFen),
            tax: formatYuan(taxFen),
          })} · ${payoutNo}`}
        />
      ))}
    </Card>
  );
}

function Head({ children, align = "text-right" }: { children: string; align?: string }) {
  return (
    <th scope="col" className={`px-2 pt-3 pb-2 font-normal first:pl-4 last:pr-4 ${align}`}>
      {children}
    </th>
  );
}

function Cells({ grossFen, taxFen, netFen }: Amounts) {
  return [grossFen, taxFen, netFen].map((fen, index) => (
    <td key={["gross", "tax", "net"][index]} className="px-2 py-3 text-right last:pr-4">
      {formatYuan(fen)}
    </td>
  ));
}

type Key = "month" | "gross" | "tax" | "net" | "total";

function say(key: Key): string {
  return mallText(`distribution.withdrawal.statements.${key}`);
}
