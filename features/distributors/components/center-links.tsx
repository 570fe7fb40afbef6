import { Card } from "@/components/phone/card";
import type { IconName } from "@/components/phone/icon";
import { ListRow } from "@/components/phone/list-row";
import { mallText } from "@/lib/i18n/mall-text";

const activity = [
  { key: "visits", icon: "clock" },
  { key: "friends", icon: "people" },
  { key: "tree", icon: "share" },
  { key: "orders", icon: "receipt" },
  { key: "commissions", icon: "coin" },
] as const satisfies readonly { key: string; icon: IconName }[];

/** The ways from the centre to its pages. */
export function CenterLinks({ canShare }: { canShare: boolean }) {
  return (
    <div className="space-y-4">
      {canShare ? (
        <Card className="divide-y divide-line">
          <ListRow
            icon="share"
            href="/share/shop/home"
            label={mallText("distribution.center.shareShop")}
            hint={mallText("distribution.center.shareShopHint")}
          />
          <ListRow
            icon="link"
            href="/distribute/links"
            label={mallText("distribution.center.links")}
            hint={mallText("distribution.center.linksHint")}
          />
        </Card>
      ) : null}
      <Card className="divide-y divide-line">
        {activity.map(({ key, icon }) => (
          <ListRow
            key={key}
            icon={icon}
            href={`/distribute/${key}`}
            label={mallText(`distribution.center.${key}`)}
          />
        ))}
      </Card>
    </div>
  );
}
