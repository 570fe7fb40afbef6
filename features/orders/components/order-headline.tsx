import type { ReactNode } from "react";
import { Countdown } from "@/components/phone/countdown";
import { Icon, type IconName } from "@/components/phone/icon";
import type { NextStep } from "@/domain/orders/next-step";
import { CopyNumber } from "@/features/orders/components/copy-number";
import { formatMoment } from "@/features/orders/components/order-card";
import type { CustomerOrderView } from "@/features/orders/schema";
import { mallText } from "@/lib/i18n/mall-text";

const looks: Record<NextStep, { icon: IconName; tone: string }> = {
  pay: { icon: "clock", tone: "bg-straw-soft text-straw" },
  payment_overdue: { icon: "clock", tone: "bg-sunken text-ink-soft" },
  wait_for_shipment: { icon: "box", tone: "bg-leaf-soft text-leaf-deep" },
  confirm_receipt: { icon: "truck", tone: "bg-leaf-soft text-leaf-deep" },
  wait_for_refund: { icon: "coin", tone: "bg-straw-soft text-straw" },
  refund_arrived: { icon: "coin", tone: "bg-sunken text-ink-soft" },
  nothing: { icon: "check", tone: "bg-sunken text-ink-soft" },
};

/** What this order waits for, in one glance, and the one thing worth knowing about it. */
export function OrderHeadline({ order, now }: { order: CustomerOrderView; now: Date }) {
  const { icon, tone } = looks[order.nextStep];
  const { title, hint } = headlineOf(order);
  return (
    <section className={`gutter py-5 ${tone}`}>
      <div className="flex items-start gap-3">
        <Icon name={icon} className="mt-0.5 size-7" />
        <div className="min-w-0 flex-1">
          <h2 className="font-semibold text-lg">
            {order.nextStep === "pay" ? (
              <Countdown
                dueAtMs={order.paymentDueAt.getTime()}
                renderedAtMs={now.getTime()}
                text={{
                  minutes: String(mallText.raw("mall.orders.pay_within")),
                  hours: String(mallText.raw("mall.orders.pay_within_hours")),
                  over: mallText("mall.orders.overdue"),
                }}
              />
            ) : (
              title
            )}
          </h2>
          <div className="text-sm">{hint}</div>
        </div>
      </div>
      {order.trackingNo ? <Tracking order={order} /> : null}
    </section>
  );
}

function headlineOf(order: CustomerOrderView): { title: string; hint: ReactNode } {
  const { receivesItselfAt } = order;
  switch (order.nextStep) {
    case "pay":
      return { title: "", hint: mallText("mall.orders.pay_hint") };
    case "payment_overdue":
      return sentences("overdue", "overdue_hint");
    case "wait_for_shipment":
      return sentences("wait_title", "wait_hint");
    case "confirm_receipt":
      return {
        title: mallText("mall.orders.shipped_title"),
        hint: receivesItselfAt
          ? mallText("mall.orders.auto_receive", { date: formatMoment(receivesItselfAt) })
          : null,
      };
    case "wait_for_refund":
      return sentences("refund_wait_title", "refund_wait_hint");
    case "refund_arrived":
      return sentences("refunded_title", "refunded_hint");
    case "nothing":
      return order.state === "received"
        ? sentences("received_title", "received_hint")
        : sentences("closed_title", "closed_hint");
  }
}

type Key =
  | "overdue"
  | "wait_title"
  | "refund_wait_title"
  | "refunded_title"
  | "received_title"
  | "closed_title";
type HintKey =
  | "overdue_hint"
  | "wait_hint"
  | "refund_wait_hint"
  | "refunded_hint"
  | "received_hint"
  | "closed_hint";

function sentences(title: Key, hint: HintKey): { title: string; hint: string } {
  return { title: mallText(`mall.orders.${title}`), hint: mallText(`mall.orders.${hint}`) };
}

function Tracking({ order }: { order: CustomerOrderView }) {
  return (
    <div className="mt-4 flex flex-wrap items-center justify-between gap-x-3 gap-y-1 rounded-md bg-card py-2 pr-2 pl-4 text-ink">
      <p className="min-w-0">
        <span className="text-ink-soft text-sm">{order.carrier}</span>{" "}
        <span className="select-all tabular-nums">{order.trackingNo}</span>
      </p>
      <CopyNumber
        value={order.trackingNo}
        text={{
          copy: mallText("mall.orders.copy"),
          copied: mallText("mall.orders.copied"),
          failed: mallText("mall.orders.copy_failed"),
        }}
      />
    </div>
  );
}
