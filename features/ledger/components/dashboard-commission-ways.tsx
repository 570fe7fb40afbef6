import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Badge } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import type { OrderMoneyView } from "@/features/ledger/schema";

type Commission = OrderMoneyView["commissions"][number];

/**
 * The way of each commission of an order: reserved, settled, taken back, paid out.
 * @param decisions what can be done about a commission, by this person
 */
export function CommissionWays({
  commissions,
  decisions,
}: {
  commissions: readonly Commission[];
  decisions: (commission: Commission) => ReactNode;
}) {
  const text = useTranslations();
  return (
    <DataTable
      caption={text("payouts.orderMoney.commissions")}
      columns={[
        { key: "who", label: text("payouts.orderMoney.who") },
        { key: "fen", label: text("payouts.orderMoney.commission"), align: "right" },
        { key: "left", label: text("payouts.orderMoney.left"), align: "right" },
        { key: "steps", label: text("payouts.orderMoney.steps") },
        { key: "payouts", label: text("payouts.orderMoney.leftIn") },
        { key: "decide", label: text("payouts.orderMoney.decide") },
      ]}
      rows={commissions.map((one) => ({
        key: one.commissionId,
        cells: {
          who: (
            <>
              <Link
                href={`/merchant/finance/accounts/${one.distributorId}`}
                className="text-leaf hover:underline"
              >
                {one.distributorName}
              </Link>
              <span className="block text-ink-faint text-xs">
                {text("orders.levelNo", { level: one.level })} · {one.productTitle}
              </span>
            </>
          ),
          fen: <Money fen={one.commissionFen} />,
          left: <Money fen={one.commissionFen - one.clawedBackFen} />,
          steps: <Steps commission={one} />,
          payouts: <LeftIn commission={one} />,
          decide: decisions(one),
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("payouts.orderMoney.noCommissions")}</p>}
    />
  );
}

const day = { year: "numeric", month: "2-digit", day: "2-digit" } as const;

function Steps({ commission }: { commission: Commission }) {
  const text = useTranslations();
  const format = useFormatter();
  const { state, accruedAt, availableAt, settledAt, heldReason } = commission;
  const at = (date: Date) => ({ at: format.dateTime(date, day) });
  return (
    <div className="min-w-32">
      <p>{text(`orders.commissionState.${state}`)}</p>
      <p className="text-ink-faint text-xs">
        {text("payouts.orderMoney.accruedAt", at(accruedAt))}
      </p>
      {availableAt && !settledAt && (
        <p className="text-ink-faint text-xs">
          {text("payouts.orderMoney.availableAt", at(availableAt))}
        </p>
      )}
      {settledAt && (
        <p className="text-ink-faint text-xs">
          {text("payouts.orderMoney.settledAt", at(settledAt))}
        </p>
      )}
      {state === "held" && (
        <p className="text-danger text-xs">
          {text("payouts.orderMoney.heldFor", { reason: heldReason })}
        </p>
      )}
    </div>
  );
}

function LeftIn({ commission }: { commission: Commission }) {
  const text = useTranslations("payouts");
  const { payouts, settledAt } = commission;
  if (payouts.length === 0) return settledAt ? text("orderMoney.stillThere") : "—";
  return (
    <ul className="grid gap-1.5">
      {payouts.map((one) => (
        <li key={one.payoutId}>
          <Link
            href={`/merchant/finance/payouts/${one.payoutId}`}
            className="text-leaf break-all hover:underline"
          >
            {one.payoutNo}
          </Link>
          <span className="block text-xs">
            <Money fen={one.amountFen} /> <Badge>{text(`state.${one.state}`)}</Badge>
          </span>
        </li>
      ))}
    </ul>
  );
}
