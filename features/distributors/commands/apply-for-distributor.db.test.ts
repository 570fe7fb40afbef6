import { expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { addCustomer } from "@/e2e/share-fixtures";
import { applyForDistributor } from "@/features/distributors/commands/apply-for-distributor";
import { getOwnDistributor } from "@/features/distributors/queries/get-own-distributor";
import { applicationSchema } from "@/features/distributors/schema";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { recordShareClicks } from "@/features/sharing/commands/record-share-clicks";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";

const { a } = await testMerchants();
const now = new Date("2026-06-01T08:00:00Z");
const application = { displayName: "小满", applicationText: "送给同事", consent: "yes" } as const;

const newApplicant = async () => ({ ...a.scope(), ...(await addCustomer(a)) });

const ownOf = (customerId: string) =>
  inMerchant(a.merchantId, (tx) => getOwnDistributor(tx, { merchantId: a.merchantId, customerId }));

async function openLinkOf(sharerCustomerId: string, visitorId: string, clickedAt = now) {
  const sharer = a.scope(sharerCustomerId);
  const input = { target: { kind: "shop", slug: "" }, channel: "card" } as const;
  const link = await createShareLink({ ...sharer, customerId: sharerCustomerId }, input, {
    now,
    random: secureRandom,
  });
  if (!link.ok) throw new Error(link.reason);
  const { linkId } = link;
  await recordShareClicks(a.merchantId, [
    { clickId: newId(), linkId, visitorId, clickedAt, inWechat: true },
  ]);
}

test("whoever a distributor's link brought becomes that distributor's; a customer's link invites nobody", async () => {
  const applicant = await newApplicant();
  await openLinkOf(a.level1.customerId, applicant.visitorId);
  await openLinkOf(a.customerId, applicant.visitorId, new Date("2026-06-02"));
  expect(await applyForDistributor(applicant, application, now)).toEqual({ ok: true });
  const own = await ownOf(applicant.customerId);
  expect(own).toMatchObject({ status: "applied", parentName: "a-level1", displayName: "小满" });
});

test("twenty taps at once make one application, with consent and a trace of it", async () => {
  const applicant = await newApplicant();
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => applyForDistributor(applicant, application, now)),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  const { rows } = await asSuperuser((db) =>
    db.query(
      `select (select count(*)::int from distributor where customer_id = $1) as applications,
        (select count(*)::int from customer_consent where customer_id = $1) as consents,
        (select count(*)::int from audit_entry where actor_id = $1) as traces`,
      [applicant.customerId],
    ),
  );
  expect(rows[0]).toEqual({ applications: 1, consents: 1, traces: 1 });
});

test("after a refusal one can apply again, keeping the inviter; approved and frozen ones cannot", async () => {
  const applicant = await newApplicant();
  await openLinkOf(a.level1.customerId, applicant.visitorId);
  await applyForDistributor(applicant, application, now);
  const setStatus = (status: string) =>
    asSuperuser((db) =>
      db.query(
        "update distributor set status = $2::distributor_status, decision_reason = 'x' where customer_id = $1",
        [applicant.customerId, status],
      ),
    );
  for (const status of ["approved", "frozen"]) {
    await setStatus(status);
    expect(await applyForDistributor(applicant, application, now)).toEqual({
      ok: false,
      reason: "already_applied",
    });
  }
  await setStatus("refused");
  await openLinkOf(a.level2.customerId, applicant.visitorId, new Date("2026-06-03"));
  expect((await applyForDistributor(applicant, application, now)).ok).toBe(true);
  expect(await ownOf(applicant.customerId)).toMatchObject({
    status: "applied",
    decisionReason: "",
    parentName: "a-level1",
  });
});

test("an application needs a name, short words and a ticked box", () => {
  expect(applicationSchema.safeParse(application).success).toBe(true);
  for (const wrong of [
    { displayName: " " },
    { displayName: "长".repeat(21) },
    { applicationText: "长".repeat(301) },
    { consent: undefined },
    { consent: "no" },
  ]) {
    expect(applicationSchema.safeParse({ ...application, ...wrong }).success).toBe(false);
  }
});
