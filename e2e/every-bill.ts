import { expect } from "vitest";
import type { TestMerchant } from "@/e2e/database";
import { closeMonth } from "@/features/closing/commands/close-month";
import { bookBillFees } from "@/features/reconciliation/commands/book-bill-fees";
import { closeCase } from "@/features/reconciliation/commands/close-case";
import { compareBill } from "@/features/reconciliation/commands/compare-bill";
import { storeBill } from "@/features/reconciliation/commands/store-bill";
import { listCases } from "@/features/reconciliation/queries/list-cases";
import { inMerchant } from "@/lib/db/in-merchant";
import type { BillLine } from "@/lib/wechat/pay/bill-line";

type Line = Pick<BillLine, "lineKind" | "reference" | "amountFen" | "at"> & { day: string };

const read = new Date("2026-04-01T02:05:00.000Z");
const monthOver = new Date("2026-04-02T02:00:00.000Z");

/**
 * WeChat's bills of every day on which something happened in March, as they would be, and one line
 * that nobody knows, which a person explains; then the month is closed.
 */
export async function reconcileThrough({
  merchantId,
  ownerId,
  wechat,
}: TestMerchant): Promise<void> {
  const { mchId } = wechat;
  const staff = { merchantId, staffId: ownerId };
  for (const [kind, byDay] of Object.entries(await deals(merchantId))) {
    for (const [day, lines] of byDay) {
      const bill = { kind: kind as "trade" | "fund_flow", day, mchId };
      await storeBill(merchantId, { ...bill, sha256: "made", lines, totals: {} }, read);
      if (kind === "trade") await bookBillFees(merchantId, { mchId, day }, read);
      await compareBill(merchantId, bill, read);
    }
  }
  const { cases } = await inMerchant(merchantId, (tx) =>
    listCases(tx, merchantId, { state: "open" }),
  );
  for (const { caseId } of cases) {
    await closeCase(staff, { caseId, resolution: "收款码收款，不经商城" }, read);
  }
  expect(await closeMonth(staff, "2026-03", monthOver)).toMatchObject({ ok: true });
}

/** What WeChat would list, by bill and day. */
async function deals(merchantId: TestMerchant["merchantId"]) {
  const { trade, flow } = await inMerchant(merchantId, async (tx) => ({
    trade: await tx.$queryRaw<Line[]>`
      select 'payment' as "lineKind", out_trade_no as reference, amount_fen as "amountFen",
        succeeded_at as at, to_char(succeeded_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from payment where state in ('success', 'late')
      union all
      select 'refund', out_refund_no, amount_fen, coalesce(sent_at, created_at),
        to_char(coalesce(sent_at, created_at) at time zone 'Asia/Shanghai', 'YYYY-MM-DD')
      from refund where state = 'success' order by at, reference`,
    flow: await tx.$queryRaw<Line[]>`
      select 'transfer' as "lineKind", payout_no as reference, net_fen as "amountFen", paid_at as at,
        to_char(paid_at at time zone 'Asia/Shanghai', 'YYYY-MM-DD') as day
      from payout where state = 'paid' and channel = 'wechat' order by paid_at`,
  }));
  const [first] = trade;
  const stranger = first && {
    ...first,
    lineKind: "payment" as const,
    reference: "NOBODYS",
    amountFen: 100n,
  };
  return {
    trade: byDay(stranger ? [...trade, stranger] : trade),
    fund_flow: byDay(flow),
  };
}

function byDay(list: readonly Line[]): Map<string, BillLine[]> {
  const days = new Map<string, BillLine[]>();
  for (const { day, ...line } of list) {
    const lines = days.get(day) ?? [];
    days.set(day, [...lines, withFee({ ...line, lineNo: lines.length + 2 })]);
  }
  return days;
}

/** 0.60 %, half up, as WeChat charges; what came back of it is below 0. */
function withFee(
  line: Pick<BillLine, "lineNo" | "lineKind" | "reference" | "amountFen" | "at">,
): BillLine {
  const feeFen = (line.amountFen * 60n + 5_000n) / 10_000n;
  const wechatNo = `42${line.reference}`;
  const done = { ...line, wechatNo, isDone: true };
  if (line.lineKind === "payment") return { ...done, feeFen };
  return { ...done, feeFen: line.lineKind === "refund" ? -feeFen : 0n };
}
