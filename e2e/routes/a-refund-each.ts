import { behind } from "@/e2e/pages/behind";
import { spoilOnce } from "@/e2e/pages/sandbox-fault";
import { callAction } from "@/e2e/routes/call-action";
import { fillSlots } from "@/e2e/routes/fill-slots";
import { moneyActionRules } from "@/e2e/routes/money-action-table";
import { stepUpEverybody } from "@/e2e/routes/personas";
import { readSamples } from "@/e2e/routes/sample-ids";
import { staffCookie } from "@/e2e/routes/sign-in-by-http";

const owners = {
  localhost: "owner@ruoli.example",
  "tea.localhost": "owner@yunjiao.example",
} as const;
type Host = keyof typeof owners;

const stuck = `select out_refund_no as no from refund r join merchant_host h using (merchant_id)
  where h.host = $1 and r.state = 'abnormal'`;

/**
 * Sees to it that each of the demo's shops has a refund that WeChat cannot bring to its end: only such a
 * one can be ended by hand. The worker's clock must go: it is what asks WeChat.
 */
export async function makeRefundEach(): Promise<void> {
  for (const host of Object.keys(owners) as Host[]) {
    if ((await behind(stuck, [host])).rows.length === 0) await askForOne(host);
  }
}

async function askForOne(host: Host): Promise<void> {
  const { own } = (await readSamples(host)).paidOrderNo;
  const args = fillSlots(moneyActionRules.requestRefundAction?.args ?? [], () => own ?? "");
  await spoilOnce("refund_settlement", "ABNORMAL");
  const { body } = await callAction(
    "requestRefundAction",
    args,
    {},
    await staffCookie(owners[host], host),
    host,
  );
  if (!body.includes('"ok":true')) throw new Error(`${host}: ${body}`);
  for (let tries = 0; tries < 150; tries += 1) {
    if ((await behind(stuck, [host])).rows.length > 0) return;
    await new Promise((done) => setTimeout(done, 200));
  }
  throw new Error(`the refund of ${host} does not get stuck`);
}

/**
 * Ends them as the table's own row says, so that the journeys afterwards find nothing stuck; throws
 * where it does not: then the row has become old, and nobody was refused anything by it.
 */
export async function endRefundEach(): Promise<void> {
  for (const [host, email] of Object.entries(owners)) {
    for (const { no } of (await behind(stuck, [host])).rows) {
      const form = moneyActionRules.endRefundAction?.send as Record<string, string>;
      const cookie = await staffCookie(email, host);
      await stepUpEverybody();
      const { body } = await callAction("endRefundAction", [no], form, cookie, host);
      if (!body.includes('"ok":true')) throw new Error(`${no} of ${host} is still open: ${body}`);
    }
  }
}
