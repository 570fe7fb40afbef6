import { expect, type Locator, type Page } from "@playwright/test";
import { behind } from "@/e2e/pages/behind";

/** The line of an order in the staff's form, found by what it sells. */
export function refundLine(desk: Page, title: string): Locator {
  return desk.getByRole("group", { name: title });
}

/** Presses the button that names the amount and says yes to the question. */
export async function askForRefund(desk: Page, yuan: string): Promise<void> {
  await desk.getByRole("button", { name: `退款 ¥${yuan}` }).click();
  const question = desk.getByRole("dialog");
  await expect(question).toContainText(`确定退给顾客 ¥${yuan}？`);
  await question.getByRole("button", { name: `退款 ¥${yuan}` }).click();
}

/** Kind and reason, as every refund has them. */
export async function giveReason(desk: Page, kind: string, reason: string): Promise<void> {
  await desk.getByLabel("问题类型").selectOption({ label: kind });
  await desk.getByLabel("退款原因").fill(reason);
}

/** What the database holds of an order's money that went back. */
export type RefundFacts = {
  state: string;
  refundedFen: string;
  /** Amount and freight of each refund that WeChat has paid, the oldest first. */
  refunds: string[];
  /** Units, money and restocked units of each line of them. */
  lines: string[];
  /** What each commission has lost, by line and level. */
  clawedBack: Record<string, string>;
  /** What was booked for the order and its commissions since it was paid, by reason. */
  booked: Record<string, string>;
};

/** Waits until WeChat has paid so many refunds of the order. @returns what then stands in the books */
export async function awaitRefunds(orderNo: string, count: number): Promise<RefundFacts> {
  await expect
    .poll(async () => (await readRefunds(orderNo)).refunds.length, { timeout: 30_000 })
    .toBe(count);
  return readRefunds(orderNo);
}

async function readRefunds(orderNo: string): Promise<RefundFacts> {
  const { rows } = await behind(
    `with o as (select * from orders where order_no = $1),
      done as (select r.* from refund r join o on o.merchant_id = r.merchant_id and o.id = r.order_id
        where r.state = 'success')
     select o.state, o.refunded_fen::text as "refundedFen",
      array(select amount_fen || ' ' || freight_fen from done order by created_at) as refunds,
      array(select l.line_no || ' ' || l.quantity || ' ' || l.amount_fen || ' ' || l.restock_quantity
        from refund_line l join done d on d.merchant_id = l.merchant_id and d.id = l.refund_id
        order by d.created_at, l.line_no) as lines,
      (select coalesce(jsonb_object_agg(k.line_no || '/' || k.level, k.clawed_back_fen::text), '{}')
        from commission k where k.merchant_id = o.merchant_id and k.order_id = o.id) as "clawedBack",
      (select coalesce(jsonb_object_agg(code, fen), '{}') from (
        select t.code, sum(t.amount_fen)::text as fen from ledger_transfer t
        where t.merchant_id = o.merchant_id and t.code in ('order_refunded', 'commission_clawed_back')
          and (t.reference_id in (select id from done) or t.reference_id in (
            select k.id from commission k where k.merchant_id = o.merchant_id and k.order_id = o.id))
        group by t.code) sums) as booked
     from o`,
    [orderNo],
  );
  return rows[0];
}
