import { ButtonLink } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { Price } from "@/components/phone/price";
import type { EarningsView } from "@/features/commissions/schema";
import { mallText } from "@/lib/i18n/mall-text";

const parts = ["inPayout", "pending", "expected", "withdrawn", "takenBack", "held"] as const;
type Earnings = EarningsView & { withdrawnFen: bigint };

/** Where each sum opens to the orders, commissions or withdrawals that it is made of. */
const behind = {
  inPayout: "/distribute/payouts",
  pending: "/distribute/commissions?of=pending",
  expected: "/distribute/orders",
  withdrawn: "/distribute/payouts",
  takenBack: "/distribute/commissions?of=taken_back",
  held: "/distribute/commissions?of=held",
} as const satisfies Record<(typeof parts)[number], string>;

/** A distributor's money: what can be withdrawn large, what it comes from and goes to below. */
export function EarningsCard({ earnings }: { earnings: Earnings }) {
  // Risk cases are rare: their zero would only worry.
  const shown = parts.filter((part) => part !== "held" || earnings.heldFen > 0n);
  return (
    <Card className="p-5">
      <div className="flex flex-wrap items-end justify-between gap-3">
        <div>
          <p className="text-ink-soft text-sm">
            {mallText("distribution.withdrawal.earnings.available")}
          </p>
          <p className="mt-1">
            <Price fen={earnings.availableFen} size="xl" tone="text-leaf-deep" />
          </p>
        </div>
        <ButtonLink href="/distribute/payouts/new" className="px-8">
          {mallText("distribution.withdrawal.earnings.withdraw")}
        </ButtonLink>
      </div>
      <dl className="mt-4 grid grid-cols-3 gap-3 border-t hairline pt-4">
        {shown.map((part) => (
          <div key={part}>
            <dt className="text-ink-faint text-sm">
              {mallText(`distribution.withdrawal.earnings.${part}`)}
            </dt>
            <dd>
              <Sum fen={earnings[`${part}Fen`]} href={behind[part]} />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-ink-faint text-sm">
        {mallText("distribution.withdrawal.earnings.availableHint")}
      </p>
    </Card>
  );
}

/** A sum that opens to what it is made of; nothing is made of nothing. */
function Sum({ fen, href }: { fen: bigint; href: string }) {
  const amount = <Price fen={fen} size="sm" tone="text-ink" />;
  if (fen === 0n) return amount;
  return (
    <a
      href={href}
      className="inline-flex min-h-11 min-w-11 items-center underline decoration-edge underline-offset-4"
    >
      {amount}
    </a>
  );
}
