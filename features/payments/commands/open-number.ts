import type { Fen } from "@/domain/money/fen";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * Stores a further number for an order whose numbers are used up or belong to accounts that the
 * merchant no longer uses. Numbers count up, so that of two who try at once only one writes.
 */
export async function openNumber(
  tx: MerchantTx,
  order: {
    merchantId: string;
    orderId: string;
    orderNo: string;
    appId: string;
    mchId: string;
    openId: string | null;
    payableFen: Fen;
    numbers: number;
    now: Date;
  },
): Promise<void> {
  const { merchantId, orderId, orderNo, appId, mchId, openId, payableFen, numbers, now } = order;
  await tx.payment.createMany({
    data: [
      {
        merchantId,
        id: newId(),
        orderId,
        appId,
        mchId,
        outTradeNo: orderNo + String(numbers + 1).padStart(2, "0"),
        payerOpenId: openId ?? "",
        amountFen: payableFen,
        createdAt: now,
      },
    ],
    skipDuplicates: true,
  });
}
