import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { StatementLineView } from "@/features/ledger/schema";

/** Every movement of an account with what was there afterwards. */
export function StatementTable({ lines }: { lines: readonly StatementLineView[] }) {
  const text = useTranslations("payouts");
  return (
    <DataTable
      caption={text("accounts.accountLabel")}
      columns={[
        { key: "at", label: text("accounts.at") },
        { key: "what", label: text("accounts.what") },
        { key: "about", label: text("accounts.about"), wideOnly: true },
        { key: "change", label: text("accounts.change"), align: "right" },
        { key: "balance", label: text("accounts.balance"), align: "right" },
        { key: "held", label: text("accounts.held"), align: "right", wideOnly: true },
      ]}
      rows={lines.map((line) => ({
        key: line.transferId,
        cells: {
          at: <Moment at={line.createdAt} />,
          what: (
            <>
              {text(`code.${line.code}`)}
              {line.refundReason && (
                <span className="block text-ink-faint text-xs">
                  {text("accounts.refundReason", { reason: line.refundReason })}
                </span>
              )}
              <span className="block md:hidden">
                <About line={line} />
              </span>
            </>
          ),
          about: <About line={line} />,
          change:
            line.changeFen === 0n ? (
              <span className="text-ink-faint">—</span>
            ) : (
              <Money fen={line.changeFen} className={line.changeFen < 0n ? "text-danger" : ""} />
            ),
          balance: <Money fen={line.balanceFen} />,
          held: (
            <Money fen={line.heldFen} className={line.heldFen === 0n ? "text-ink-faint" : ""} />
          ),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("accounts.noLines")}</p>}
    />
  );
}

function About({ line }: { line: StatementLineView }) {
  const { orderNo, payoutId, payoutNo } = line;
  const [href, label] = payoutId
    ? [`/merchant/finance/payouts/${payoutId}`, payoutNo]
    : [`/merchant/finance/orders/${orderNo}`, orderNo];
  if (!label) return "—";
  return (
    <Link href={href} className="text-leaf break-all tabular-nums hover:underline">
      {label}
    </Link>
  );
}
