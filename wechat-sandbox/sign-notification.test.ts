import { expect, test } from "vitest";
import { buildPaymentResource, buildRefundResource } from "./build-resource";
import { createSandboxAccount } from "./create-account";
import { decryptAead } from "./crypto/aead-aes-256-gcm";
import { verifyRsaSha256 } from "./crypto/rsa-signature";
import { seededRandom } from "./crypto/seeded-random";
import { notificationEnvelopeSchema } from "./schemas/notification";
import { signNotification } from "./sign-notification";

const { sandboxSide, applicationSide } = createSandboxAccount({
  name: "粽",
  domains: ["localhost"],
});
const transactionId = "4200001234202611219876543210";
const payment = buildPaymentResource({
  appId: sandboxSide.appId,
  mchId: sandboxSide.mchId,
  outTradeNo: "ORDER1",
  transactionId,
  openid: "oUpF8uMuAJO_M2pxb1Q9zNjWeS6o",
  totalFen: 8800,
  paidAtMs: Date.parse("2026-11-21T02:00:00Z"),
});
const refund = buildRefundResource({
  mchId: sandboxSide.mchId,
  outTradeNo: "ORDER1",
  transactionId,
  outRefundNo: "R1",
  refundId: "50300000002026112100000000001",
  status: "SUCCESS",
  totalFen: 8800,
  refundFen: 100,
  finishedAtMs: Date.parse("2026-11-21T02:00:00Z"),
});
const sign = (resource: typeof payment | typeof refund, seed = "a") =>
  signNotification({
    account: sandboxSide,
    resource,
    nowSeconds: 1_795_226_400,
    random: seededRandom(seed),
  });

test.each([
  ["payment", payment, "TRANSACTION.SUCCESS"],
  ["refund", refund, "REFUND.SUCCESS"],
] as const)(
  "a %s notification verifies and decrypts with what the merchant has",
  (_kind, resource, event) => {
    const { body, headers } = sign(resource);
    const message = `${headers["Wechatpay-Timestamp"]}\n${headers["Wechatpay-Nonce"]}\n${body}\n`;
    const signature = headers["Wechatpay-Signature"] ?? "";
    expect(verifyRsaSha256(message, signature, applicationSide.wechatpayPublicKeyPem)).toBe(true);
    const envelope = notificationEnvelopeSchema.parse(JSON.parse(body));
    expect(envelope.event_type).toBe(event);
    const { ciphertext, nonce, associated_data } = envelope.resource;
    const plain = decryptAead(ciphertext, applicationSide.apiV3Key, nonce, associated_data);
    expect(JSON.parse(plain)).toEqual(resource);
  },
);

test("the same random source gives the same bytes, another gives others", () => {
  expect(sign(payment)).toEqual(sign(payment));
  expect(sign(payment).body).not.toBe(sign(payment, "b").body);
});

test("a resource that WeChat would not send is refused", () => {
  expect(() => sign({ ...payment, transaction_id: "short" })).toThrow();
});

test("two accounts share no key", () => {
  const other = createSandboxAccount({ name: "茶", domains: ["tea.localhost:3000"] });
  expect(other.sandboxSide.appId).not.toBe(sandboxSide.appId);
  expect(other.applicationSide.wechatpayPublicKeyPem).not.toBe(
    applicationSide.wechatpayPublicKeyPem,
  );
});

test("an IP address is no domain", () => {
  expect(() => createSandboxAccount({ name: "粽", domains: ["127.0.0.1:3000"] })).toThrow(/domain/);
});
