import { Card } from "@/components/phone/card";
import { Price } from "@/components/phone/price";
import type { EarningsView } from "@/features/commissions/schema";
import { mallText } from "@/lib/i18n/mall-text";

const parts = ["pending", "expected", "settled", "held", "takenBack"] as const;

/** A distributor's money: what is there now large, what it comes from and goes to below. */
export function EarningsCard({ earnings }: { earnings: EarningsView }) {
  // Risk cases and refunds are rare: their zero would only worry.
  const shown = parts.filter(
    (part) => !(part === "held" || part === "takenBack") || earnings[`${part}Fen`] > 0n,
  );
  return (
    <Card className="p-5">
      <p className="text-ink-soft text-sm">{mallText("distribution.center.available")}</p>
      <p className="mt-1">
        <Price fen={earnings.availableFen} size="xl" tone="text-leaf-deep" />
      </p>
      <dl className="mt-4 grid grid-cols-3 gap-3 border-t hairline pt-4">
        {shown.map((part) => (
          <div key={part}>
            <dt className="text-ink-faint text-sm">{mallText(`distribution.center.${part}`)}</dt>
            <dd>
              <Price fen={earnings[`${part}Fen`]} size="sm" tone="text-ink" />
            </dd>
          </div>
        ))}
      </dl>
      <p className="mt-4 text-ink-faint text-sm">{mallText("distribution.center.availableHint")}</p>
    </Card>
  );
}
