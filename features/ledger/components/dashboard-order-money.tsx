import { useTranslations } from "next-intl";
import { Money } from "@/components/ui/money";
import type { OrderMoneyView } from "@/features/ledger/schema";

/** From what the customer paid down to what is left for the shop. */
export function OrderMoneySummary({ money }: { money: OrderMoneyView }) {
  const text = useTranslations("payouts.orderMoney");
  const steps = [
    ["paid", money.paidFen],
    ["refunded", -money.refundedFen],
    ["fee", -money.feeFen],
    ["accrued", -money.accruedFen],
    ["clawedBack", money.clawedBackFen],
  ] as const;
  return (
    <>
      <dl className="grid gap-1.5 text-sm">
        {steps.map(([name, fen]) => (
          <div key={name} className="flex justify-between gap-4">
            <dt className="text-ink-faint">
              {text(name)}
              {name === "fee" && fen === 0n && (
                <span className="block text-xs">{text("feeUnknown")}</span>
              )}
            </dt>
            <dd>
              <Money fen={fen} />
            </dd>
          </div>
        ))}
        <div className="mt-1 flex justify-between gap-4 border-line border-t pt-2.5 font-semibold">
          <dt>{text("kept")}</dt>
          <dd>
            <Money fen={money.keptFen} />
          </dd>
        </div>
      </dl>
      <p className="mt-2 text-ink-faint text-xs">{text("keptHint")}</p>
    </>
  );
}
