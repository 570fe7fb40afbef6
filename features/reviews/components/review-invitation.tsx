import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import type { ReviewSheetView } from "@/features/reviews/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** On the page of an order that has arrived: the way to what can be said about it, or was. */
export function ReviewInvitation({ sheet }: { sheet: ReviewSheetView }) {
  const { orderNo, lines, asksNps } = sheet;
  const isOpen = asksNps || lines.some((line) => line.isOpen);
  const isSaid = lines.some(({ review }) => review !== null);
  if (!isOpen && !isSaid) return null;
  return (
    <div className="gutter pt-4">
      <Card>
        <ListRow
          icon="star"
          label={mallText(isOpen ? "mall.reviews.invite" : "mall.reviews.own")}
          hint={isOpen ? mallText("mall.reviews.invite_hint") : undefined}
          href={`/orders/${orderNo}/review`}
        />
      </Card>
    </div>
  );
}
