import Link from "next/link";
import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { HIDE_REASONS, type StaffReviewView } from "@/features/reviews/schema";

/** Who bought what and when they said it: that the review is of a real purchase can be looked up. */
export function ReviewFacts({ review }: { review: StaffReviewView }) {
  const text = useTranslations("reviews");
  const { orderNo, optionName, nickname, customerId, createdAt, answeredAt, hideReason } = review;
  const known = HIDE_REASONS.find((one) => one === hideReason);
  return (
    <DefinitionList
      entries={[
        [
          text("order"),
          <Link
            key="order"
            href={`/merchant/orders/${orderNo}`}
            className="text-leaf hover:underline"
          >
            {orderNo}
          </Link>,
        ],
        [text("option"), optionName || "—"],
        [
          text("customer"),
          <Link
            key="customer"
            href={`/merchant/customers/${customerId}`}
            className="text-leaf hover:underline"
          >
            {nickname || text("unnamed")}
          </Link>,
        ],
        [text("at"), <Moment key="at" at={createdAt} />],
        ...(answeredAt
          ? [[text("answeredAt"), <Moment key="answered" at={answeredAt} />] as const]
          : []),
        ...(known ? [[text("hideReasonLabel"), text(`hideReason.${known}`)] as const] : []),
      ]}
    />
  );
}
