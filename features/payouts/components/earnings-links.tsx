import { Card } from "@/components/phone/card";
import type { IconName } from "@/components/phone/icon";
import { ListRow } from "@/components/phone/list-row";
import { mallText } from "@/lib/i18n/mall-text";

const links = [
  { key: "movements", href: "/distribute/movements", icon: "coin" },
  { key: "payouts", href: "/distribute/payouts", icon: "receipt" },
  { key: "statements", href: "/distribute/statements", icon: "shield" },
  { key: "account", href: "/distribute/payouts/account", icon: "person" },
] as const satisfies readonly { key: string; href: string; icon: IconName }[];

/** The ways from the centre to everything about money. */
export function EarningsLinks() {
  return (
    <Card className="divide-y divide-line">
      {links.map(({ key, href, icon }) => (
        <ListRow
          key={key}
          icon={icon}
          href={href}
          label={mallText(`distribution.withdrawal.earnings.${key}`)}
          hint={
            key === "movements"
              ? mallText("distribution.withdrawal.earnings.movementsHint")
              : undefined
          }
        />
      ))}
    </Card>
  );
}
