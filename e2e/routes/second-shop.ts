import { ENDED_STATES } from "@/domain/payouts/payout-state";
import { behind } from "@/e2e/pages/behind";
import { shopUrl } from "@/e2e/pages/phone";
import { sendTo } from "@/e2e/routes/ask";
import { callAction } from "@/e2e/routes/call-action";
import { type Call, calls, isWriting } from "@/e2e/routes/call-route";
import { stepUpEverybody } from "@/e2e/routes/personas";
import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import { readSamples } from "@/e2e/routes/sample-ids";
import { customerCookie, staffCookie } from "@/e2e/routes/sign-in-by-http";
import { CHAYOU } from "@/prisma/seed/shops/demo-people";

/** The shop in which anything may be written. */
export const secondShop = "tea.localhost";

/**
 * The signing in and out, and what WeChat signs itself, are no forms of ours. The tax desk's journey
 * comes here afterwards: the shop keeps its name and its rules, and its distributor is paid as who they are.
 */
const notOurs =
  /\/api\/(auth|wechat)\/|\/payouts\/account$|^(signOutAction|setUpAction|revokeSessionAction|(test|save)WechatAction|changePasswordAction|addTaxRuleAction|saveProfileAction|savePolicyAction)$/;

/** Everything that changes something where it is allowed. */
export const writingCalls: readonly Call[] = calls.filter(
  (call) => isWriting(call) && !notOurs.test(call.key),
);

/**
 * Ends the withdrawals that 茶友 has open, if there are any: the distributor takes back what is in no
 * file; what a file for the bank holds is told to have failed there.
 */
export async function leaveNoPayout(): Promise<void> {
  const { rows } = await behind(
    `select p.id, p.payout_no as no, p.state from payout p join merchant_host h using (merchant_id)
     where h.host = $1 and not p.state = any($2)`,
    [secondShop, ENDED_STATES],
  );
  if (rows.length === 0) return;
  const cookie = await customerCookie(CHAYOU.id, secondShop);
  const staff = await staffCookie("owner@yunjiao.example", secondShop);
  await stepUpEverybody();
  const headers = { origin: shopUrl("", secondShop) };
  for (const { id, no, state } of rows) {
    const { body } =
      state === "exported"
        ? await callAction("failBankPayoutAction", [id], { reason: "银行退回" }, staff, secondShop)
        : await sendTo(`/api/mall/payouts/${no}/cancel`, {}, { cookie, host: secondShop, headers });
    if (!/"ok":true|"state":"cancelled"/.test(body))
      throw new Error(`${no} is still ${state}: ${body}`);
  }
}

/** The people of the second shop who may do everything there, with ids of their own. */
export async function enterSecondShop(): Promise<{
  cookieOf: (rule: Rule) => string;
  own: (kind: IdKind) => string;
}> {
  await behind(
    `insert into staff (merchant_id, id, email, name, role, password_hash, created_at)
     select merchant_id, gen_random_uuid(), 'nobody@yunjiao.example', '试员', 'finance', '-', '2000-01-01'
     from staff where email = 'owner@yunjiao.example' on conflict do nothing`,
  );
  const samples = await readSamples(secondShop);
  const customer = await customerCookie(CHAYOU.id, secondShop);
  const staff = await staffCookie("owner@yunjiao.example", secondShop);
  await stepUpEverybody();
  const none = "00000000-0000-4000-8000-000000000000";
  return {
    cookieOf: ({ door }) => (door === "staff" ? staff : customer),
    own: (kind) => samples[kind].own ?? none,
  };
}
