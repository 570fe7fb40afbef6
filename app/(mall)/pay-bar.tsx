import { BottomBar } from "@/components/phone/bottom-bar";
import { formatYuan } from "@/domain/money/format-yuan";
import { CancelOrder } from "@/features/orders/components/cancel-order";
import { orderText } from "@/features/orders/components/order-text";
import type { CustomerOrderView } from "@/features/orders/schema";
import { PayOrder } from "@/features/payments/components/pay-order";
import { payText } from "@/features/payments/components/pay-text";
import { env } from "@/lib/env";

/** The next step of an order that is not paid: pay, or give it up. */
export function PayBar({ order, startAtOnce }: { order: CustomerOrderView; startAtOnce: boolean }) {
  const { orderNo, payableFen } = order;
  return (
    <BottomBar>
      <div className="flex w-full flex-wrap items-end gap-3">
        <CancelOrder orderNo={orderNo} text={orderText()} />
        <PayOrder
          orderNo={orderNo}
          price={formatYuan(payableFen)}
          sdkUrl={env().WECHAT_JSSDK_URL}
          startAtOnce={startAtOnce}
          text={payText()}
        />
      </div>
    </BottomBar>
  );
}
