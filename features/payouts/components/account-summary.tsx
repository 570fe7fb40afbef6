import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import type { PayoutAccountView } from "@/features/payouts/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

/** Who is paid, never more than the tails. */
export function AccountSummary({ account }: { account: PayoutAccountView }) {
  const { maskedName, idNumberTail, bankName, bankCardTail, changedAt } = account;
  return (
    <Card className="divide-y divide-line">
      <ListRow label={mallText("distribution.withdrawal.account.name")} value={maskedName} />
      <ListRow label={mallText("distribution.withdrawal.account.id")} value={tail(idNumberTail)} />
      <ListRow
        label={mallText("distribution.withdrawal.account.bank")}
        value={
          bankCardTail
            ? `${bankName} ${tail(bankCardTail)}`
            : mallText("distribution.withdrawal.account.none")
        }
      />
      <ListRow
        label={mallText("distribution.withdrawal.account.changedAt")}
        value={formatMoment(changedAt)}
      />
    </Card>
  );
}

function tail(signs: string): string {
  return mallText("distribution.withdrawal.account.tail", { signs });
}
