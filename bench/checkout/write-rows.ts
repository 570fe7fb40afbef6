import { randomUUID } from "node:crypto";
import type { PoolClient } from "pg";
import type { PlannedOrder } from "@/bench/checkout/plan-orders";
import type { BenchShop } from "@/bench/checkout/prepare-shop";

/** Ids of the ledger accounts, opened once before the measurement. */
export type BenchAccounts = {
  /** 16 rows each, as the product has. */
  clearing: readonly string[];
  sales: readonly string[];
  /** By distributor. */
  pending: ReadonlyMap<string, string>;
};

/** Prepared under their names; several rows of a table are one statement. */
const statements = {
  tenant: "select set_config('app.merchant_id', $1, true)",
  order: `insert into orders (merchant_id, id, order_no, customer_id, goods_fen, payable_fen,
      receiver_name, receiver_phone, region_code, province, city, district, address_detail,
      idempotency_key, policy_version, binding_id, click_id, level1_distributor_id,
      level2_distributor_id, created_at, payment_due_at)
    values ($1, $2, $3, $4, $5, $5, '王小满', '13800138000', '330106', '浙江省', '杭州市',
      '西湖区', '文三路 1 号', $6, 1, $7, $8, $9, $10, $11, $12)`,
  line: `insert into order_line (merchant_id, order_id, line_no, product_id, sku_id, product_title,
      option_name, unit_price_fen, cost_fen, quantity, gross_fen, payable_fen)
    values ($1, $2, 1, $3, $4, '粽子', '1 号装', $5, $6, 1, $5, $5)`,
  payment: `insert into payment (merchant_id, id, order_id, app_id, mch_id, out_trade_no,
      payer_open_id, amount_fen, created_at)
    values ($1, $2, $3, $4, $5, $6, 'payer', $7, $8)`,
  promise: `update stock set reserved = reserved + 1
    where merchant_id = $1 and sku_id = $2 and on_hand - reserved >= 1`,
  hold: `insert into stock_hold (merchant_id, order_id, line_no, sku_id, quantity, expires_at)
    values ($1, $2, 1, $3, 1, $4)`,
  terms: `insert into order_commission_term (merchant_id, order_id, line_no, level, distributor_id,
      rule_id, rule_version, quantity, base_fen, rate_bps, cap_fen, commission_fen)
    values ($1, $2, 1, 1, $3, $4, 1, 1, $5, 1000, $6, $7), ($1, $2, 1, 2, $8, $9, 1, 1, $5, 300, $10, $11)`,
  placed: `insert into audit_entry (merchant_id, id, at, actor_kind, actor_id, action, object_kind,
      object_id, details)
    values ($1, $2, $3, 'customer', $4, 'order.place', 'order', $5, $6)`,
  pay: `update orders set state = 'paid', paid_fen = payable_fen, paid_at = $3
    where merchant_id = $1 and id = $2 and state = 'awaiting_payment'`,
  succeed: `update payment set state = 'success', transaction_id = $3, succeeded_at = $4
    where merchant_id = $1 and id = $2 and state = 'created'`,
  inbox: `insert into inbox_event (merchant_id, provider, event_id, kind, body_sha256, outcome, detail,
      received_at)
    values ($1, 'wechatpay', $2, 'payment', repeat('0', 64), 'applied', $3, $4)`,
  take: `update stock_hold set state = 'taken'
    where merchant_id = $1 and order_id = $2 and state = 'held'`,
  ship: `with unit as (
      select value_of_units(value_fen, 1, on_hand) as fen from stock
      where merchant_id = $1 and sku_id = $2 for no key update)
    update stock set on_hand = on_hand - 1, reserved = reserved - 1, value_fen = value_fen - fen
    from unit where merchant_id = $1 and sku_id = $2 returning fen`,
  movement: `insert into stock_movement (merchant_id, id, sku_id, delta, value_fen, reason, reference_id,
      reference_line, created_at)
    values ($1, $2, $3, -1, -$4::bigint, 'sold', $5, 1, $6)`,
  freeze: `update order_line set goods_cost_fen = $3, cost_fen = $3
    where merchant_id = $1 and order_id = $2 and line_no = 1`,
  commissions: `insert into commission (merchant_id, id, order_id, line_no, level, distributor_id, rule_id,
      rule_version, quantity, base_fen, rate_bps, cap_fen, commission_fen, accrued_at)
    values ($1, $2, $3, 1, 1, $4, $5, 1, 1, $6, 1000, $7, $8, $9),
      ($1, $10, $3, 1, 2, $11, $12, 1, 1, $6, 300, $13, $14, $9)`,
  paid: `insert into audit_entry (merchant_id, id, at, actor_kind, action, object_kind, object_id, details)
    values ($1, $2, $3, 'wechat', 'order.pay', 'order', $4, $5)`,
  transfers: `insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id,
      amount_fen, code, reference_kind, reference_id, event_at, created_at)
    values ($1, $2, $3, $4, $5, $6, 'order_paid', 'payment', $7, $8, $8),
      ($1, $9, $10, $5, $11, $12, 'commission_accrued', 'commission', $13, $8, $8),
      ($1, $14, $15, $5, $16, $17, 'commission_accrued', 'commission', $18, $8, $8)`,
} as const;

export type Job = { order: PlannedOrder; index: number; now: Date };

/**
 * An order placed by hand against `pg`: the same rows in the same tables, under the same role, policies
 * and trigger, in one transaction, with one prepared statement per table. It reads nothing, prices
 * nothing and decides nothing.
 */
export async function placeRows(client: PoolClient, shop: BenchShop, job: Job): Promise<Ids> {
  const ids = { orderId: randomUUID(), paymentId: randomUUID() };
  await inTransaction(client, shop, (run) => place(run, shop, job, ids));
  return ids;
}

/** The payment of such an order, in the same manner: no cryptography either. */
export async function payRows(
  client: PoolClient,
  shop: BenchShop,
  accounts: BenchAccounts,
  job: Job,
  ids: Ids,
): Promise<void> {
  await inTransaction(client, shop, (run) => pay(run, shop, accounts, job, ids));
}

async function inTransaction(
  client: PoolClient,
  shop: BenchShop,
  work: (run: Run) => Promise<void>,
): Promise<void> {
  const { merchantId } = shop.merchant;
  const run: Run = (name, values) =>
    client.query({ name, text: statements[name], values: [merchantId, ...values] });
  await client.query("begin");
  await run("tenant", []);
  await work(run);
  await client.query("commit");
}

type Run = (
  name: keyof typeof statements,
  values: unknown[],
) => Promise<{ rows: { fen?: string }[] }>;
export type Ids = { orderId: string; paymentId: string };

async function place(run: Run, shop: BenchShop, job: Job, ids: Ids): Promise<void> {
  const { productIds, skuIds, wechatCredentials } = shop.merchant;
  const { buyer, skuId, unitPriceFen: fen, orderNo, idempotencyKey } = job.order;
  const { level1DistributorId: level1, level2DistributorId: level2, bindingId, clickId } = buyer;
  const { orderId, paymentId } = ids;
  const { now } = job;
  const dueAt = new Date(now.getTime() + 1_800_000);
  const [fen1, fen2, cap] = amounts(fen);
  const [rule1, rule2] = shop.ruleIds;
  const { appId, mchId } = wechatCredentials;
  await run("order", [
    ...[orderId, orderNo, buyer.customerId, fen, idempotencyKey],
    ...[bindingId, clickId, level1, level2, now, dueAt],
  ]);
  await run("line", [orderId, productIds[skuIds.indexOf(skuId) % 2], skuId, fen, fen / 2n]);
  await run("payment", [paymentId, orderId, appId, mchId, `${orderNo}01`, fen, now]);
  await run("placed", [randomUUID(), now, buyer.customerId, orderId, { payableFen: String(fen) }]);
  await run("terms", [orderId, level1, rule1, fen, cap, fen1, level2, rule2, cap - fen1, fen2]);
  await run("hold", [orderId, skuId, dueAt]);
  await run("promise", [skuId]);
}

async function pay(
  run: Run,
  shop: BenchShop,
  accounts: BenchAccounts,
  job: Job,
  ids: Ids,
): Promise<void> {
  const { buyer, skuId, unitPriceFen: fen, transactionId, eventId } = job.order;
  const { level1DistributorId: level1, level2DistributorId: level2 } = buyer;
  const { orderId, paymentId } = ids;
  const { now, index } = job;
  const [fen1, fen2, cap] = amounts(fen);
  const [rule1, rule2] = shop.ruleIds;
  const [first, second] = [randomUUID(), randomUUID()];
  const shard = index % accounts.sales.length;
  await run("pay", [orderId, now]);
  await run("succeed", [paymentId, transactionId, now]);
  await run("inbox", [eventId, { paymentId }, now]);
  const amountFen = String(fen);
  await run("paid", [randomUUID(), now, orderId, { paymentId, amountFen }]);
  await run("commissions", [
    ...[first, orderId, level1, rule1, fen, cap, fen1, now],
    ...[second, level2, rule2, cap - fen1, fen2],
  ]);
  await run("take", [orderId]);
  const { rows } = await run("ship", [skuId]);
  await run("movement", [randomUUID(), skuId, rows[0]?.fen, orderId, now]);
  await run("freeze", [orderId, rows[0]?.fen]);
  await run("transfers", [
    ...[randomUUID(), `payment:${paymentId}`, accounts.clearing[shard], accounts.sales[shard]],
    ...[fen, paymentId, now],
    ...[randomUUID(), `accrue:${first}`, accounts.pending.get(level1), fen1, first],
    ...[randomUUID(), `accrue:${second}`, accounts.pending.get(level2), fen2, second],
  ]);
}

/** Level 1, level 2 and the cap of a line, in fen: 10 %, 3 % and 30 %. */
function amounts(fen: bigint): [bigint, bigint, bigint] {
  return [fen / 10n, (fen * 3n) / 100n, (fen * 3n) / 10n];
}
