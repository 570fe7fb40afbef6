import { expect, test } from "vitest";
import { testMerchants } from "@/e2e/database";
import { createStaff } from "@/features/staff/commands/create-staff";
import { revokeSessions } from "@/features/staff/commands/revoke-sessions";
import { signInStaff } from "@/features/staff/commands/sign-in-staff";
import { getStaffOfSession } from "@/features/staff/queries/get-staff-of-session";
import { inMerchant } from "@/lib/db/in-merchant";

const now = new Date("2026-06-01T02:00:00Z");
const person = { email: "Finance@Example.com", name: "财务", role: "finance" } as const;
const password = "long enough password";
const attempt = { email: "finance@example.com ", password, address: "10.0.0.1", userAgent: "test" };

test("a right password opens a session, which ends the moment it is revoked", async () => {
  const { a, b } = await testMerchants();
  const { merchantId } = a;
  expect(await createStaff(merchantId, { ...person, password }, null, now)).toMatchObject({
    ok: true,
  });
  expect(await createStaff(merchantId, { ...person, password }, null, now)).toEqual({
    ok: false,
    reason: "email_taken",
  });
  const signedIn = await signInStaff(merchantId, attempt, now);
  if (!signedIn.ok) throw new Error(signedIn.reason);
  const { sessionId, staffId } = signedIn;
  const look = (shop: typeof merchantId) =>
    inMerchant(shop, (tx) => getStaffOfSession(tx, { merchantId: shop, sessionId, now }));
  expect(await look(merchantId)).toEqual({ staffId, name: "财务", role: "finance" });
  expect(await look(b.merchantId)).toBeNull();
  await revokeSessions(merchantId, { staffId, sessionId, revokedBy: staffId }, now);
  expect(await look(merchantId)).toBeNull();
});

test("five wrong guesses lock the e-mail, also for the right password, until the time is over", async () => {
  const { b } = await testMerchants();
  const { merchantId } = b;
  await createStaff(merchantId, { ...person, password }, null, now);
  const guess = () => signInStaff(merchantId, { ...attempt, password: "wrong" }, now);
  const guesses = await Promise.all([guess(), guess(), guess(), guess(), guess()]);
  expect(guesses.every((result) => !result.ok && result.reason === "wrong_credentials")).toBe(true);
  expect(await signInStaff(merchantId, attempt, now)).toMatchObject({
    ok: false,
    reason: "locked",
  });
  const later = new Date(now.getTime() + 15 * 60_000 + 1);
  expect(await signInStaff(merchantId, attempt, later)).toMatchObject({ ok: true });
});
