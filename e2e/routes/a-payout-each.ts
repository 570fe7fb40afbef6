import { behind } from "@/e2e/pages/behind";
import { shopUrl } from "@/e2e/pages/phone";
import { sendTo } from "@/e2e/routes/ask";
import { customerCookie } from "@/e2e/routes/sign-in-by-http";
import { payoutIdentityVersion } from "@/features/payouts/schema";
import { CHAYOU, type DemoPerson, LAOZHOU, realNameOf } from "@/prisma/seed/shops/demo-people";

/** Nobody's, with the right check sign. */
const idNumber = "330106199001018888";

/** A run that was refused, for the shops that have none: to be looked at by the wrong people. */
const aRunEach = `insert into payout_run (merchant_id, id, run_no, state, payout_count, total_fen,
    proposed_by, proposed_at, decided_by, decided_at, reason)
  select f.merchant_id, gen_random_uuid(), '000000000000', 'refused', 1, 100,
    f.id, now(), o.id, now(), '试'
  from staff f join staff o on o.merchant_id = f.merchant_id and o.role = 'owner'
  where f.role = 'finance' and f.created_at = (select min(created_at) from staff g
      where g.merchant_id = f.merchant_id and g.role = 'finance')
    and o.created_at = (select min(created_at) from staff p
      where p.merchant_id = f.merchant_id and p.role = 'owner')
    and not exists (select from payout_run r where r.merchant_id = f.merchant_id)`;

/**
 * Sees to it that each of the demo's shops has a payout and a run. The payout is asked for by bank
 * and taken back, so that it waits for nobody and stands in nobody's way.
 */
export async function makePayoutEach(): Promise<void> {
  await behind(aRunEach);
  await payOut(LAOZHOU, "localhost");
  await payOut(CHAYOU, "tea.localhost");
}

async function payOut(person: DemoPerson, host: string): Promise<void> {
  const present = await behind(
    `select count(*)::int as count from payout p
     join merchant_host h on h.merchant_id = p.merchant_id and h.host = $1`,
    [host],
  );
  if (present.rows[0].count > 0) return;
  const cookie = await customerCookie(person.id, host);
  const send = async (path: string, content: unknown): Promise<Record<string, unknown>> => {
    const headers = { origin: shopUrl("", host) };
    const { status, body } = await sendTo(path, content, { cookie, host, headers });
    if (status !== 200) throw new Error(`${path} answered ${status}: ${body.slice(0, 200)}`);
    return JSON.parse(body);
  };
  await send("/api/mall/payouts/account", {
    realName: realNameOf(person.id),
    idNumber,
    bankName: "招商银行",
    bankCard: "6225880000000001",
    consented: true,
    consentVersion: payoutIdentityVersion,
  });
  // The cool-down of a new account is over.
  await behind("update payout_account set changed_at = now() - interval '40 days'");
  const { payoutNo } = await send("/api/mall/payouts", {
    amount: "1",
    channel: "bank",
    seenTaxFen: "0",
  });
  await send(`/api/mall/payouts/${payoutNo}/cancel`, {});
}
