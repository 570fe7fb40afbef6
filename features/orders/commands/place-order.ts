import type { Fen } from "@/domain/money/fen";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { getAttribution } from "@/features/bindings/queries/get-attribution";
import { freezeCommissionTerms } from "@/features/commissions/commands/freeze-commission-terms";
import type { CustomerScope } from "@/features/customers/schema";
import { insertOrder, type OrderToInsert } from "@/features/orders/commands/insert-order";
import { newOrderNo } from "@/features/orders/commands/new-order-no";
import { type CheckedLine, checkQuantities } from "@/features/orders/queries/check-quantities";
import { type Checkout, loadCheckout } from "@/features/orders/queries/load-checkout";
import { type PricedLine, priceCheckout } from "@/features/orders/queries/price-checkout";
import type { PlaceOrderInput, PlaceOrderResult } from "@/features/orders/schema";
import { reserveStock } from "@/features/stock/commands/reserve-stock";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import type { RandomBytes } from "@/lib/ids/random-code";

type Moment = { now: Date; random: RandomBytes };

/** Prisma rolls back for an exception only: this one carries the answer out of a transaction that must leave nothing. */
class PlacingUndone extends Error {
  constructor(readonly result: PlaceOrderResult) {
    super("placing undone");
  }
}

/**
 * Places an order: prices it anew, compares with what the customer saw, freezes lines, attribution
 * and commission terms, and promises the stock until the payment is due. All or nothing; a second
 * call with the same idempotency key answers with the first order, also when both race.
 */
export async function placeOrder(
  scope: Pick<CustomerScope, "merchantId" | "customerId">,
  input: PlaceOrderInput,
  at: Moment,
): Promise<PlaceOrderResult> {
  if (input.lines.length === 0) return { ok: false, reason: "empty" };
  const checked = checkQuantities(input.lines);
  if (!checked.ok) return checked;
  try {
    return await inMerchant(scope.merchantId, (tx) => place(tx, scope, input, checked.lines, at));
  } catch (error) {
    if (error instanceof PlacingUndone) return error.result;
    throw error;
  }
}

async function place(
  tx: MerchantTx,
  { merchantId, customerId }: Pick<CustomerScope, "merchantId" | "customerId">,
  input: PlaceOrderInput,
  wanted: readonly CheckedLine[],
  at: Moment,
): Promise<PlaceOrderResult> {
  const { now } = at;
  const checkout = await loadCheckout(tx, {
    merchantId,
    customerId,
    skuIds: wanted.map(({ skuId }) => skuId),
    addressId: input.addressId,
    idempotencyKey: input.idempotencyKey,
  });
  if (checkout.placed) return { ok: true, ...checkout.placed };
  const agreed = agree(checkout, wanted, input);
  if (!agreed.ok) return agreed;

  await bindFromClicks(tx, { merchantId, customerId, now });
  const { policy, ...attribution } = await getAttribution(tx, { merchantId, customerId, now });
  const orderId = newId();
  const paymentDueAt = new Date(now.getTime() + policy.paymentMinutes * 60_000);
  const { idempotencyKey, note, fromCart } = input;
  const taken = await insertUnderFreeNumber(
    tx,
    {
      ...agreed.order,
      merchantId,
      orderId,
      customerId,
      idempotencyKey,
      note,
      fromCart,
      policyVersion: policy.version,
      attribution,
      paymentDueAt,
      now,
    },
    at,
  );
  if (!taken.ok) return taken.first;

  const { lines, payableFen } = agreed.order;
  await freezeCommissionTerms(tx, {
    merchantId,
    orderId,
    policy,
    attribution,
    lines: lines.map((line) => ({ ...line, ...line.sku })),
    now,
  });
  // Last: other buyers of the same goods wait from here until the end of the transaction.
  const reserved = await reserveStock(tx, {
    merchantId,
    orderId,
    lines: lines.map(({ lineNo, quantity, sku }) => ({ lineNo, quantity, skuId: sku.skuId })),
    expiresAt: paymentDueAt,
  });
  if (!reserved.ok) throw new PlacingUndone(reserved);
  return { ok: true, orderNo: taken.orderNo, payableFen };
}

type Agreed = Pick<
  OrderToInsert,
  "lines" | "goodsFen" | "discountFen" | "freightFen" | "payableFen" | "address"
>;

/** Do both sides mean the same goods at the same price? Otherwise the answer says what is new. */
function agree(
  checkout: Checkout,
  wanted: readonly CheckedLine[],
  input: PlaceOrderInput,
): { ok: true; order: Agreed } | Extract<PlaceOrderResult, { ok: false }> {
  const priced = priceCheckout(checkout, wanted);
  if (!priced.ok) return priced;
  const { address } = checkout;
  if (!priced.freight.ok) return priced.freight;
  if (address === null) return { ok: false, reason: "address_missing" };
  const { lines, goodsFen, discountFen } = priced;
  const { freightFen } = priced.freight;
  const payableFen = goodsFen - discountFen + freightFen;
  const changed = changedPrices(lines, input);
  if (changed.length > 0 || payableFen !== input.seenPayableFen) {
    return { ok: false, reason: "price_changed", lines: changed, freightFen, payableFen };
  }
  return { ok: true, order: { lines, goodsFen, discountFen, freightFen, payableFen, address } };
}

function changedPrices(lines: readonly PricedLine[], input: PlaceOrderInput) {
  const changed: { skuId: string; unitPriceFen: Fen }[] = [];
  lines.forEach(({ sku, unitPriceFen }, index) => {
    if (input.lines[index]?.seenUnitPriceFen !== unitPriceFen) {
      changed.push({ skuId: sku.skuId, unitPriceFen });
    }
  });
  return changed;
}

/** More tries would hide a broken source of randomness. */
const maxNumbers = 5;

/** A taken order number is drawn again; a taken idempotency key means that a rival placed this very order. */
async function insertUnderFreeNumber(
  tx: MerchantTx,
  order: Omit<OrderToInsert, "orderNo">,
  at: Moment,
): Promise<{ ok: true; orderNo: string } | { ok: false; first: PlaceOrderResult }> {
  const { merchantId, customerId, idempotencyKey } = order;
  for (let attempt = 0; attempt < maxNumbers; attempt += 1) {
    const orderNo = newOrderNo(at);
    if (await insertOrder(tx, { ...order, orderNo })) return { ok: true, orderNo };
    const first = await tx.order.findUnique({
      where: {
        merchantId_customerId_idempotencyKey: { merchantId, customerId, idempotencyKey },
      },
      select: { orderNo: true, payableFen: true },
    });
    if (first) return { ok: false, first: { ok: true, ...first } };
  }
  throw new Error(`no free order number in ${maxNumbers} draws`);
}
