import { behind } from "@/e2e/pages/behind";
import { type Call, calls, isWriting } from "@/e2e/routes/call-route";
import { stepUpEverybody } from "@/e2e/routes/personas";
import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import { readSamples } from "@/e2e/routes/sample-ids";
import { customerCookie, staffCookie } from "@/e2e/routes/sign-in-by-http";
import { CHAYOU } from "@/prisma/seed/shops/demo-people";

/** The shop in which anything may be written: no journey comes here afterwards. */
export const secondShop = "tea.localhost";

/** The signing in and out, and what WeChat signs itself, are no forms of ours. */
const notOurs =
  /\/api\/(auth|wechat)\/|^(signOutAction|setUpAction|revokeSessionAction|testWechatAction|changePasswordAction)$/;

/** Everything that changes something where it is allowed. */
export const writingCalls: readonly Call[] = calls.filter(
  (call) => isWriting(call) && !notOurs.test(call.key),
);

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
