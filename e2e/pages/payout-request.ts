import { expect } from "@playwright/test";
import { behind } from "@/e2e/pages/behind";
import { shopUrl } from "@/e2e/pages/phone";
import { sendTo } from "@/e2e/routes/ask";
import { customerCookie } from "@/e2e/routes/sign-in-by-http";
import { payoutIdentityVersion } from "@/features/payouts/schema";
import { LAOZHOU, realNameOf } from "@/prisma/seed/shops/demo-people";

/**
 * Has 老周 ask for an amount, through the phone's own addresses.
 * @returns its number
 */
export async function askForPayout(amount: string, channel: "bank" | "wechat"): Promise<string> {
  const cookie = await customerCookie(LAOZHOU.id);
  const headers = { origin: shopUrl("") };
  await cancelOpenPayout({ cookie, headers });
  const saved = await sendTo(
    "/api/mall/payouts/account",
    {
      realName: realNameOf(LAOZHOU.id),
      idNumber: "330106199001018888",
      bankName: "招商银行",
      bankCard: "6225880000000001",
      consented: true,
      consentVersion: payoutIdentityVersion,
    },
    { cookie, headers },
  );
  expect([saved.status, saved.body]).toEqual([200, expect.stringContaining("true")]);
  await behind("update payout_account set changed_at = now() - interval '40 days'");
  const request = { amount, channel, seenTaxFen: "0" };
  const asked = await sendTo("/api/mall/payouts", request, { cookie, headers });
  expect([asked.status, asked.body]).toEqual([200, expect.stringContaining("payoutNo")]);
  return JSON.parse(asked.body).payoutNo;
}

/** The demo's own withdrawal of his waits for two people: he takes it back, one at a time is the rule. */
async function cancelOpenPayout(as: { cookie: string; headers: Record<string, string> }) {
  const { rows } = await behind(
    `select p.payout_no from payout p join distributor d on d.merchant_id = p.merchant_id and d.id = p.distributor_id
     where d.display_name = $1 and p.state = 'awaiting_approval'`,
    [LAOZHOU.nickname],
  );
  for (const { payout_no } of rows) {
    const cancelled = await sendTo(`/api/mall/payouts/${payout_no}/cancel`, {}, as);
    expect(cancelled.status).toBe(200);
  }
}

/** The page of a withdrawal in the dashboard. */
export async function payoutAddress(payoutNo: string): Promise<string> {
  const { rows } = await behind("select id from payout where payout_no = $1", [payoutNo]);
  return shopUrl(`/merchant/finance/payouts/${rows[0].id}`);
}
