import { expect, test } from "vitest";
import { createMerchant } from "@/features/merchants/commands/create-merchant";
import { setWechatCredentials } from "@/features/merchants/commands/set-wechat-credentials";
import { merchantOfHost } from "@/features/merchants/gate";
import { getPolicy } from "@/features/merchants/queries/get-policy";
import { getProfile } from "@/features/merchants/queries/get-profile";
import { inMerchant } from "@/lib/db/in-merchant";
import { getWechatCredentials } from "@/lib/wechat/credentials";

const now = new Date("2026-03-01T00:00:00.000Z");

test("a new merchant has hosts, profile, freight and a policy with level 2 off", async () => {
  const input = { slug: "noodles", name: "面馆", hosts: ["noodles.test", "www.noodles.test"] };
  const created = await createMerchant(input, now);
  if (!created.ok) throw new Error(created.reason);
  const { merchantId } = created;
  expect(await merchantOfHost("NOODLES.test:443")).toMatchObject({
    merchantId,
    host: "noodles.test",
  });
  const [policy, profile, freight] = await inMerchant(merchantId, async (tx) => [
    await getPolicy(tx, merchantId),
    await getProfile(tx, merchantId),
    await tx.freightTemplate.findMany(),
  ]);
  expect(policy).toMatchObject({ version: 1, level2Enabled: false, allowSelfPurchase: false });
  expect(profile.name).toBe("面馆");
  expect(freight).toMatchObject([{ isDefault: true, freeFromFen: 9_900n }]);
  expect(await createMerchant(input, now)).toEqual({ ok: false, reason: "slug_taken" });
  const rival = { ...input, slug: "rival" };
  expect(await createMerchant(rival, now)).toEqual({ ok: false, reason: "host_taken" });
});

test("WeChat credentials come back as they were given, and stand nowhere in the clear", async () => {
  const created = await createMerchant({ slug: "keys", name: "钥匙", hosts: ["keys.test"] }, now);
  if (!created.ok) throw new Error(created.reason);
  const { merchantId } = created;
  const credentials = {
    appId: "wx1",
    appSecret: "a secret of the account",
    mchId: "1900000001",
    merchantSerialNo: "AB",
    merchantPrivateKeyPem: "a private key",
    apiV3Key: "k".repeat(32),
    wechatpayPublicKeyId: "PUB_KEY_ID_1",
    wechatpayPublicKeyPem: "a public key",
  };
  await setWechatCredentials({ merchantId, staffId: null }, credentials, now);
  const [kept, row, trail] = await inMerchant(merchantId, async (tx) => [
    await getWechatCredentials(tx, merchantId),
    await tx.merchantWechat.findMany(),
    await tx.auditEntry.findMany(),
  ]);
  expect(kept).toEqual(credentials);
  const written = JSON.stringify([row, trail]);
  for (const secret of ["a secret of the account", "a private key", "k".repeat(32)]) {
    expect(written).not.toContain(secret);
  }
});
