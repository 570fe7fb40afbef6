import { expect, test } from "vitest";
import { asSuperuser } from "@/e2e/database";
import { merchantOfHost } from "@/features/merchants/gate";
import { setUpInstallation } from "@/features/staff/commands/set-up-installation";
import { signInStaff } from "@/features/staff/commands/sign-in-staff";
import { setupCode } from "@/lib/secrets/setup-code";

const now = new Date("2026-06-01T02:00:00Z");
const password = "a long first password";
const input = { shopName: "新店", ownerName: "店主", email: "owner@example.com", password };

test("an installation with a merchant is not set up again, whatever the code", async () => {
  const again = { ...input, code: setupCode(), host: "again.example.com" };
  expect(await setUpInstallation(again, now)).toEqual({ ok: false, reason: "already_set_up" });
});

test("of several first visitors with the right code one becomes the owner", async () => {
  await asSuperuser((client) => client.query("delete from merchant_host; delete from merchant"));
  const host = "first.example.com";
  const wrong = await setUpInstallation({ ...input, code: "1a2b-3c4d-5e6f", host }, now);
  expect(wrong).toEqual({ ok: false, reason: "wrong_code" });

  const code = ` ${setupCode().toUpperCase()} `;
  const tries = Array.from({ length: 4 }, () => setUpInstallation({ ...input, code, host }, now));
  const results = await Promise.allSettled(tries);
  const opened = results.filter((one) => one.status === "fulfilled" && one.value.ok);
  expect(opened).toHaveLength(1);

  const shop = await merchantOfHost(host);
  if (!shop) throw new Error("no shop on its host");
  const signIn = { email: input.email, password, address: "10.0.0.1", userAgent: "test" };
  expect(await signInStaff(shop.merchantId, signIn, now)).toMatchObject({ ok: true });
});
