import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import type { OrderState } from "@/domain/orders/order-state";

const tones: Record<OrderState, BadgeTone> = {
  awaiting_payment: "quiet",
  paid: "warn",
  shipped: "info",
  received: "ok",
  closed: "quiet",
  refunded: "danger",
};

export function OrderStateBadge({ state }: { state: OrderState }) {
  const text = useTranslations("orders.state");
  return <Badge tone={tones[state]}>{text(state)}</Badge>;
}
