import type { Corruptions } from "@/scripts/database/corruptions";

/** A refund of the first order that was paid, with what `over` says of it, and a line where it is asked for. */
const refund = (over: {
  amountFen?: string;
  freightFen?: string;
  state?: string;
  line?: { amountFen?: string; quantity?: string; restock?: string };
}) => {
  const state = over.state ?? "processing";
  const insert = `insert into refund (merchant_id, id, order_id, payment_id, mch_id, out_refund_no, amount_fen,
      freight_fen, state, reason, created_at, succeeded_at)
    select p.merchant_id, gen_random_uuid(), p.order_id, p.id, p.mch_id, 'R-planted', ${over.amountFen ?? "1"},
      ${over.freightFen ?? "0"}, '${state}', '', now(), ${state === "success" ? "now()" : "null"}
    from payment p join orders o on o.merchant_id = p.merchant_id and o.id = p.order_id
    where p.state = 'success' and o.refunded_fen = 0 and not exists (
      select from refund r where r.merchant_id = p.merchant_id and r.order_id = p.order_id) limit 1`;
  const { line } = over;
  if (line === undefined) return insert;
  return `with planted as (${insert} returning merchant_id, id, order_id)
    insert into refund_line (merchant_id, refund_id, order_id, line_no, quantity, amount_fen, restock_quantity)
    select merchant_id, id, order_id, 1, ${line.quantity ?? "0"}, ${line.amountFen ?? "1"}, ${line.restock ?? "0"}
    from planted`;
};

/** A further transfer like one that stands there, but for what `over` makes of it. */
const likeTransfer = (
  code: string,
  over: { code?: string; debit?: string; credit?: string; key?: string; fen?: string },
) => `
  insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id, amount_fen,
    phase, reverses_id, code, reference_kind, reference_id, event_at, created_at)
  select t.merchant_id, gen_random_uuid(), ${over.key ?? "t.event_key || ':x'"},
    ${over.debit ?? "t.debit_account_id"}, ${over.credit ?? "t.credit_account_id"}, ${over.fen ?? "1"},
    'single', t.reverses_id, '${over.code ?? code}', t.reference_kind, t.reference_id, t.event_at, t.created_at
  from ledger_transfer t where t.code = '${code}' order by t.id limit 1`;

const another = (kind: string) => `(select a.id from ledger_account a
  where a.merchant_id = t.merchant_id and a.kind = '${kind}' order by a.id limit 1)`;

/** What can go wrong with refunds and what they take back. */
export const refundCorruptions: Corruptions = {
  "03-no-account-below-its-floor": [
    [
      "a debt that is a credit",
      "update ledger_account set balance_fen = 5 where kind = 'commission_debt'",
    ],
  ],
  "09-refunds-match-the-order": [
    [
      "an order refunded whole that goes on",
      "update orders set state = 'received' where state = 'refunded'",
    ],
  ],
  "11-refunds-match-the-lines": [
    [
      "units refunded that no refund asked for",
      "update order_line set refunded_quantity = quantity where refunded_quantity = 0",
    ],
    ["more units asked for than were sold", refund({ line: { quantity: "999" } })],
    ["more money asked for than was paid", refund({ amountFen: "1", line: { amountFen: "1e9" } })],
    ["freight refunded that was not paid", refund({ amountFen: "1", freightFen: "1" })],
    [
      "a line of another order",
      `update refund_line rl set order_id = o.id from orders o
       where o.merchant_id = rl.merchant_id and o.id <> rl.order_id`,
    ],
    [
      "a late refund with lines",
      `insert into refund_line (merchant_id, refund_id, order_id, line_no, amount_fen)
       select r.merchant_id, r.id, r.order_id, 1, 1 from refund r join payment p
         on p.merchant_id = r.merchant_id and p.id = r.payment_id and p.state = 'late' limit 1`,
    ],
  ],
  "12-refunds-posted-once": [
    ["a refund that succeeded and was not booked", refund({ state: "success" })],
    [
      "a refund booked before it succeeded",
      "update refund set state = 'processing', succeeded_at = null where state = 'success'",
    ],
    [
      "a refund booked as a late one",
      "update ledger_transfer set code = 'late_payment_refunded' where code = 'order_refunded'",
    ],
    [
      "a refund through WeChat that says it was paid by hand",
      `update refund set paid_elsewhere = true, ended_by = merchant_id, ended_reason = 'x'
       where state = 'success'`,
    ],
    [
      "a refund booked twice",
      likeTransfer("order_refunded", { key: "t.event_key || ':again'", fen: "t.amount_fen" }),
    ],
  ],
  "17-commissions-booked-as-they-stand": [
    [
      "a debt taken out of the reserve",
      `update ledger_transfer t set debit_account_id = ${another("commission_pending")}
       where code = 'commission_clawed_back_as_debt'`,
    ],
    [
      "a claw-back after settlement taken out of the reserve",
      `update ledger_transfer t set code = 'commission_clawed_back',
         debit_account_id = (select a.id from ledger_account a join ledger_account d on d.id = t.debit_account_id
           where a.kind = 'commission_pending' and a.distributor_id = d.distributor_id)
       where code = 'commission_clawed_back_as_debt'`,
    ],
    [
      "a netting of somebody else's debt",
      likeTransfer("commission_settled", {
        code: "debt_netted",
        debit: "t.credit_account_id",
        credit: "t.debit_account_id",
      }),
    ],
  ],
  "18-clawed-back-equals-the-formula": [
    [
      "nothing left of it, and not reversed",
      "update commission set state = 'pending' where state = 'reversed'",
    ],
    [
      "reversed with something left",
      "update commission set state = 'reversed' where clawed_back_fen < commission_fen",
    ],
    [
      "reversed without a refund",
      "update commission set state = 'reversed', commission_fen = 0 where clawed_back_fen = 0",
    ],
  ],
  "44-refunds-under-way-keep-commissions": [
    [
      "a refund under way that nobody waits for",
      "update commission set refunds_in_flight = 0 where refunds_in_flight > 0",
    ],
    [
      "a commission that waits for nothing",
      "update commission set refunds_in_flight = refunds_in_flight + 1 where refunds_in_flight = 0",
    ],
    [
      "a refund that ended and did not let go",
      "update refund set state = 'closed', closed_at = now() where state = 'requested'",
    ],
  ],
  "45-nobody-owes-and-has": [
    [
      "a debt beside free money",
      "update ledger_account set balance_fen = held_fen + 500 where kind = 'commission_available'",
    ],
    [
      "a debt below nothing",
      "update ledger_account set balance_fen = 1 where kind = 'commission_debt'",
    ],
  ],
  "46-debts-come-from-claw-backs": [
    [
      "a debt that nothing explains",
      "update ledger_account set balance_fen = balance_fen - 5 where kind = 'commission_debt'",
    ],
    [
      "a debt for another reason",
      "update ledger_transfer set code = 'payout_paid' where code = 'commission_clawed_back_as_debt'",
    ],
    [
      "a debt forgiven out of the sales",
      likeTransfer("commission_clawed_back_as_debt", {
        code: "debt_netted",
        debit: "t.credit_account_id",
        credit: "t.debit_account_id",
      }),
    ],
    [
      "a debt paid by somebody else",
      likeTransfer("commission_clawed_back_as_debt", {
        code: "debt_netted",
        debit: `(select a.id from ledger_account a join ledger_account d on d.id = t.debit_account_id
          where a.merchant_id = t.merchant_id and a.distributor_id <> d.distributor_id limit 1)`,
        credit: "t.debit_account_id",
      }),
    ],
  ],
  "47-refunded-goods-return-to-the-shelf": [
    [
      "goods that came back and were not put back",
      "delete from stock_movement where reason = 'refunded'",
    ],
    [
      "more put back than came back",
      "update stock_movement set delta = delta + 1 where reason = 'refunded'",
    ],
    [
      "put back twice",
      `insert into stock_movement (merchant_id, id, sku_id, delta, reason, reference_id, reference_line, created_at)
       select merchant_id, gen_random_uuid(), sku_id, delta, reason, reference_id, reference_line, created_at
       from stock_movement where reason = 'refunded'`,
    ],
    [
      "put back before the money went",
      "update refund set state = 'processing', succeeded_at = null where state = 'success'",
    ],
  ],
  "48-claw-backs-name-their-refund": [
    [
      "taken back by a refund that did not succeed",
      "update refund set state = 'abnormal', succeeded_at = null where state = 'success'",
    ],
    [
      "taken back by no refund",
      "update ledger_transfer set event_key = 'commission:' || reference_id || ':claw-back:' || gen_random_uuid() where code = 'commission_clawed_back_as_debt'",
    ],
    [
      "taken back twice by one refund",
      likeTransfer("commission_clawed_back", { key: "t.event_key || ':again'" }),
    ],
    ["taken back by a refund of another line", "update refund_line set line_no = line_no + 1"],
  ],
};
