import { beforeAll, expect, test } from "vitest";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import { addStaff } from "@/e2e/payout-fixtures";
import { stepUp } from "@/features/staff/commands/step-up";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { inMerchant } from "@/lib/db/in-merchant";
import { hashPassword } from "@/lib/secrets/password";

const now = new Date("2026-03-10T02:00:00.000Z");
const after = (ms: number) => new Date(now.getTime() + ms);
const right = "a long enough password";
let a: TestMerchant;

beforeAll(async () => {
  ({ a } = await testMerchants());
});

async function person() {
  const staff = await addStaff(a, now, false);
  const passwordHash = await hashPassword(right);
  await inMerchant(a.merchantId, (tx) =>
    tx.staff.updateMany({ where: { id: staff.staffId }, data: { passwordHash } }),
  );
  return staff;
}
const isUp = ({ merchantId, sessionId }: Awaited<ReturnType<typeof person>>, at: Date) =>
  inMerchant(merchantId, (tx) => hasSteppedUp(tx, { merchantId, sessionId, now: at }));

test("the password opens the way for five minutes, for this session alone", async () => {
  const staff = await person();
  expect(await isUp(staff, now)).toBe(false);
  expect(await stepUp(staff, right, now)).toEqual({ ok: true });
  expect(await isUp(staff, after(299_999))).toBe(true);
  expect(await isUp(staff, after(300_000))).toBe(false);
  expect(await isUp(await person(), now)).toBe(false);
});

test("five wrong guesses close the door, for the right password too", async () => {
  const staff = await person();
  for (let guess = 0; guess < 5; guess += 1) {
    expect(await stepUp(staff, "wrong", now)).toEqual({ ok: false, reason: "wrong_password" });
  }
  expect(await stepUp(staff, right, after(1_000))).toMatchObject({ ok: false, reason: "locked" });
  expect(await isUp(staff, after(1_000))).toBe(false);
  expect(await stepUp(staff, right, after(15 * 60_000 + 1_000))).toEqual({ ok: true });
});
