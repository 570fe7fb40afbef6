import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { addStaff } from "@/e2e/payout-fixtures";
import { changePassword } from "@/features/staff/commands/change-password";
import { createStaff } from "@/features/staff/commands/create-staff";
import { resetPassword } from "@/features/staff/commands/reset-password";
import { setStaffAccess } from "@/features/staff/commands/set-staff-access";
import { signInStaff } from "@/features/staff/commands/sign-in-staff";
import { getStaffOfSession } from "@/features/staff/queries/get-staff-of-session";
import { inMerchant } from "@/lib/db/in-merchant";
import { secureRandom } from "@/lib/ids/random-code";

const { a, b } = await testMerchants();
const { merchantId } = a;
const now = new Date("2026-06-01T04:00:00.000Z");
const owner = await addStaff(a, now);
const openSessionOnly = await addStaff(a, now, false);
const stranger = await addStaff(b, now);
const password = "a first password";

async function hire(email: string): Promise<string> {
  const person = { email, name: "小仓", role: "warehouse", password } as const;
  const created = await createStaff(merchantId, person, owner, now);
  if (!created.ok) throw new Error(created.reason);
  return created.staffId;
}

const signIn = (email: string, word: string) =>
  signInStaff(merchantId, { email, password: word, address: email, userAgent: "" }, now);

async function openSession(email: string, word: string): Promise<string> {
  const signedIn = await signIn(email, word);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  return signedIn.sessionId;
}

const who = (sessionId: string) =>
  inMerchant(merchantId, (tx) => getStaffOfSession(tx, { merchantId, sessionId, now }));

test("who is disabled is out at the next request and cannot come back", async () => {
  const staffId = await hire("one@a.test");
  const sessionId = await openSession("one@a.test", password);
  expect(await who(sessionId)).toMatchObject({ staffId });
  expect(await setStaffAccess(owner, { staffId, isDisabled: true }, now)).toEqual({ ok: true });
  expect(await who(sessionId)).toBeNull();
  expect((await signIn("one@a.test", password)).ok).toBe(false);
});

test("a role counts from the next request on, and nobody changes their own", async () => {
  const staffId = await hire("two@a.test");
  const sessionId = await openSession("two@a.test", password);
  await setStaffAccess(owner, { staffId, role: "finance" }, now);
  expect(await who(sessionId)).toMatchObject({ role: "finance" });
  const own = { staffId: owner.staffId, role: "warehouse" } as const;
  expect(await setStaffAccess(owner, own, now)).toEqual({ ok: false, reason: "yourself" });
});

test("a reset password is new, ends the sessions and works; the old one does not", async () => {
  const staffId = await hire("three@a.test");
  const sessionId = await openSession("three@a.test", password);
  const reset = await resetPassword(owner, staffId, { now, random: secureRandom });
  if (!reset.ok) throw new Error(reset.reason);
  expect(await who(sessionId)).toBeNull();
  expect((await signIn("three@a.test", reset.password)).ok).toBe(true);
  expect((await signIn("three@a.test", password)).ok).toBe(false);
});

test("changing one's password asks for the present one and ends the other sessions", async () => {
  const staffId = await hire("four@a.test");
  const [here, elsewhere] = [
    await openSession("four@a.test", password),
    await openSession("four@a.test", password),
  ];
  const scope = { merchantId, staffId, sessionId: here, name: "小仓", role: "warehouse" } as const;
  const next = "a second password";
  expect(await changePassword(scope, { current: "not it at all", next }, now)).toEqual({
    ok: false,
    reason: "wrong_password",
  });
  expect(await changePassword(scope, { current: password, next }, now)).toEqual({ ok: true });
  expect(await who(here)).not.toBeNull();
  expect(await who(elsewhere)).toBeNull();
});

test("an open session without the password makes nobody, and makes nobody more than they are", async () => {
  const staffId = await hire("six@a.test");
  const sessionId = await openSession("six@a.test", password);
  const refusal = { ok: false, reason: "step_up_needed" };
  const person = { email: "seven@a.test", name: "小财", role: "finance", password } as const;
  expect(await createStaff(merchantId, person, openSessionOnly, now)).toEqual(refusal);
  const set = (input: { role?: "finance"; isDisabled?: boolean }) =>
    setStaffAccess(openSessionOnly, { staffId, ...input }, now);
  expect(await set({ role: "finance" })).toEqual(refusal);
  expect(await set({ isDisabled: true })).toEqual(refusal);
  const at = { now, random: secureRandom };
  expect(await resetPassword(openSessionOnly, staffId, at)).toEqual(refusal);
  expect(await who(sessionId)).toMatchObject({ role: "warehouse" });
  expect((await signIn("six@a.test", password)).ok).toBe(true);
  expect((await signIn("seven@a.test", password)).ok).toBe(false);
});

test("another merchant's owner reaches nobody here", async () => {
  const staffId = await hire("five@a.test");
  const sessionId = await openSession("five@a.test", password);
  expect(await setStaffAccess(stranger, { staffId, isDisabled: true }, now)).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await resetPassword(stranger, staffId, { now, random: secureRandom })).toEqual({
    ok: false,
    reason: "not_found",
  });
  expect(await who(sessionId)).not.toBeNull();
});
