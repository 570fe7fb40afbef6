import { ListRow } from "@/components/phone/list-row";
import { formatYuan } from "@/domain/money/format-yuan";
import type { FriendView } from "@/features/bindings/schema";
import { mallText } from "@/lib/i18n/mall-text";
import { formatDay } from "@/lib/i18n/shanghai-time";

/** One friend: masked, until when they count, what they bought. */
export function FriendItem({ friend }: { friend: FriendView }) {
  const { customerName, validUntil, orderCount, goodsFen } = friend;
  return (
    <li>
      <ListRow
        icon="person"
        label={customerName || mallText("distribution.someone")}
        hint={mallText("distribution.friends.until", { day: formatDay(validUntil) })}
        value={
          orderCount === 0
            ? mallText("distribution.friends.none")
            : mallText("distribution.friends.bought", {
                count: orderCount,
                yuan: formatYuan(goodsFen),
              })
        }
      />
    </li>
  );
}
