import type { Corruptions } from "@/scripts/database/corruptions";

/** One transfer more, like the first one of a code, but for what `over` says. */
const likeTransfer = (code: string, over: { code: string; kind: string; id: string }) => `
  insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id,
    amount_fen, phase, code, reference_kind, reference_id, event_at, created_at)
  select merchant_id, gen_random_uuid(), 'planted', debit_account_id, credit_account_id, amount_fen,
    phase, '${over.code}', '${over.kind}', ${over.id}, event_at, created_at
  from ledger_transfer where code = '${code}' limit 1`;

const line = (what: string) => `select merchant_id, kind, day, line_no from wechat_bill_line
  where ${what} order by merchant_id, kind, day, line_no limit 1`;

const remittance = `insert into tax_remittance (merchant_id, id, tax_month, amount_fen, paid_on,
    reference, created_at, created_by)
  select id, gen_random_uuid(), '2026-03', 1, '2026-04-10', 'planted', now(), gen_random_uuid()
  from merchant limit 1`;

/** What can go wrong between WeChat's bills, the tax office and our books. */
export const reconciliationCorruptions: Corruptions = {
  "50-bills-match-both-ways": [
    [
      "a line that nobody knows",
      `update wechat_bill_line l set reference = 'STRANGER' from (${line("line_kind = 'payment'")}) one
       where (l.merchant_id, l.kind, l.day, l.line_no) = (one.merchant_id, one.kind, one.day, one.line_no)`,
    ],
    [
      "a payment that the bill has with a fen more",
      `update wechat_bill_line l set amount_fen = l.amount_fen + 1
       from (${line("line_kind = 'payment' and reference <> 'NOBODYS'")}) one
       where (l.merchant_id, l.kind, l.day, l.line_no) = (one.merchant_id, one.kind, one.day, one.line_no)`,
    ],
    [
      "a refund that the bill does not have",
      `delete from wechat_bill_line l using (${line("line_kind = 'refund'")}) one
       where (l.merchant_id, l.kind, l.day, l.line_no) = (one.merchant_id, one.kind, one.day, one.line_no)`,
    ],
    [
      "a transfer with another amount",
      `update wechat_bill_line l set amount_fen = l.amount_fen + 1 from (${line("line_kind = 'transfer'")}) one
       where (l.merchant_id, l.kind, l.day, l.line_no) = (one.merchant_id, one.kind, one.day, one.line_no)`,
    ],
    [
      "a paid payout whose money came back",
      `insert into wechat_bill_line
       select merchant_id, kind, day, 900, 'transfer_return', reference, wechat_no, amount_fen, 0, at
       from wechat_bill_line where line_kind = 'transfer' limit 1`,
    ],
    [
      "a transfer that the bill does not have",
      `delete from wechat_bill_line l using (${line("line_kind = 'transfer'")}) one
       where (l.merchant_id, l.kind, l.day, l.line_no) = (one.merchant_id, one.kind, one.day, one.line_no)`,
    ],
    [
      "a refund that the bill has as done and that is under way here",
      `update refund set state = 'processing', succeeded_at = null where id = (select r.id from refund r
         join wechat_bill_line l on l.merchant_id = r.merchant_id and l.line_kind = 'refund'
           and l.reference = r.out_refund_no and l.is_done order by r.id limit 1)`,
    ],
    [
      "a payout that ended unpaid and whose money never came back",
      `update payout set state = 'failed', paid_at = null where id = (select p.id from payout p
         join wechat_bill_line l on l.merchant_id = p.merchant_id and l.line_kind = 'transfer'
           and l.reference = p.payout_no order by p.id limit 1)`,
    ],
    ["a case reopened", "update reconciliation_case set state = 'open', closed_at = null"],
    [
      "an explanation of another amount",
      "update reconciliation_case set theirs_fen = theirs_fen + 1 where kind = 'missing_here'",
    ],
    ["a difference that nobody explained", "update reconciliation_case set closed_by = null"],
  ],
  "51-fees-equal-the-bill": [
    [
      "a fee that was never booked",
      `delete from ledger_transfer where id = (
         select id from ledger_transfer where code = 'payment_fee_charged' order by id limit 1)`,
    ],
    [
      "a fee booked with a fen more",
      `update ledger_transfer set amount_fen = amount_fen + 1 where id = (
         select id from ledger_transfer where code = 'payment_fee_returned' order by id limit 1)`,
    ],
    [
      "a fee that no bill has",
      likeTransfer("payment_fee_charged", {
        code: "payment_fee_charged",
        kind: "payment",
        id: "gen_random_uuid()",
      }),
    ],
    [
      "a fee booked twice",
      likeTransfer("payment_fee_charged", {
        code: "payment_fee_charged",
        kind: "payment",
        id: "reference_id",
      }),
    ],
  ],
  "52-closed-months-equal-the-ledger": [
    [
      "a transfer written into a closed month",
      likeTransfer("order_paid", { code: "order_paid", kind: "payment", id: "gen_random_uuid()" }),
    ],
    [
      "a closed month's figures rewritten",
      "update month_close set figures = jsonb_set(figures, '{heldFen}', '\"7\"')",
    ],
    [
      "figures and hash rewritten together, an account no longer adding up",
      `update month_close set figures = jsonb_set(figures, '{accounts,0,closingFen}', '"7"');
       update month_close set sha256 = encode(sha256(convert_to(figures::text, 'UTF8')), 'hex')`,
    ],
  ],
  "53-remittances-booked-once": [
    ["tax handed over that the ledger does not know", remittance],
    [
      "tax handed over that nobody wrote down",
      likeTransfer("order_paid", {
        code: "tax_remitted",
        kind: "tax_remittance",
        id: "gen_random_uuid()",
      }),
    ],
  ],
  "54-no-more-tax-handed-over-than-withheld": [["a fen more than was withheld", remittance]],
  "55-tax-owed-is-withheld-less-handed-over": [
    [
      "tax withheld that the ledger does not owe",
      "update payout set tax_fen = 1 where state = 'paid'",
    ],
  ],
};
