import { createPublicKey, verify } from "node:crypto";
import { expect, test } from "vitest";
import { createSandboxAccount } from "@/wechat-sandbox/create-account";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";
import { signatureHeaders } from "@/wechat-sandbox/sign-notification";
import { buildJsapiParams } from "./jsapi-params";
import { authorizationHeader } from "./sign-request";
import { findSignatureFault } from "./verify-signature";

const { sandboxSide, applicationSide: shop } = createSandboxAccount({
  name: "粽",
  domains: ["localhost"],
});
const other = createSandboxAccount({ name: "茶", domains: ["tea.localhost"] });
const now = new Date("2026-11-21T10:00:00.000Z");
const nowSeconds = now.getTime() / 1_000;

function holds(text: string, signature: string): boolean {
  const key = createPublicKey(sandboxSide.merchantPublicKeyPem);
  return verify("sha256", Buffer.from(text), key, Buffer.from(signature, "base64"));
}

function faultOf(body: string, over: Record<string, string> = {}, ageSeconds = 0) {
  const at = nowSeconds - ageSeconds;
  const signed = signatureHeaders(sandboxSide, body, at, seededRandom("signatures"));
  const headers = new Headers({ ...signed, ...over });
  return findSignatureFault(shop, { headers, rawBody: Buffer.from(body), now });
}

test("a request is signed over five lines, each ended, the last of them the very body", () => {
  const request = { target: "/v3/pay?mchid=1", nonce: "n".repeat(32), now };
  for (const { method, body } of [
    { method: "POST" as const, body: '{"价":1}' },
    { method: "GET" as const, body: "" },
  ]) {
    const header = authorizationHeader(shop, { ...request, method, body });
    const signature = /signature="([^"]+)"/.exec(header)?.[1] ?? "";
    const lines = `${method}\n/v3/pay?mchid=1\n${nowSeconds}\n${"n".repeat(32)}\n${body}\n`;
    expect(holds(lines, signature)).toBe(true);
    expect(holds(`${lines} `, signature)).toBe(false);
    expect(header).toMatch(/^WECHATPAY2-SHA256-RSA2048 mchid="\d+",nonce_str="n{32}",timestamp="/);
    expect(header).toContain(`serial_no="${shop.merchantSerialNo}"`);
  }
});

test("paySign covers account, time, nonce and prepay id, and never repeats its nonce", () => {
  const params = buildJsapiParams(shop, "wx123", now);
  const text = `${shop.appId}\n${nowSeconds}\n${params.nonceStr}\nprepay_id=wx123\n`;
  expect(holds(text, params.paySign)).toBe(true);
  expect(buildJsapiParams(shop, "wx123", now).nonceStr).not.toBe(params.nonceStr);
});

test("an answer's signature holds up to five minutes in both directions, and not a second longer", () => {
  for (const age of [0, 300, -300]) expect(faultOf("{}", {}, age)).toBeNull();
  for (const age of [301, -301]) expect(faultOf("{}", {}, age)).toBe("stale_timestamp");
});

test("an empty body is signed like any other", () => {
  expect(faultOf("")).toBeNull();
});

test.each([
  ["Wechatpay-Signature", "", "signature_missing"],
  ["Wechatpay-Timestamp", "", "signature_missing"],
  ["Wechatpay-Timestamp", "1e9", "signature_missing"],
  ["Wechatpay-Nonce", "", "signature_missing"],
  ["Wechatpay-Nonce", "another", "bad_signature"],
  ["Wechatpay-Signature", "WECHATPAY/SIGNTEST/abc", "signature_probe"],
  ["Wechatpay-Signature", "AAAA", "bad_signature"],
  ["Wechatpay-Signature", "not base64!", "bad_signature"],
  ["Wechatpay-Serial", "PUB_KEY_ID_0", "unknown_serial"],
])("%s of %j is %s", (name, value, fault) => {
  expect(faultOf("{}", { [name]: value })).toBe(fault);
});

test("the key is the merchant's: another one's does not hold under the same id", () => {
  const signed = signatureHeaders(
    { ...other.sandboxSide, wechatpayPublicKeyId: shop.wechatpayPublicKeyId },
    "{}",
    nowSeconds,
    seededRandom("other"),
  );
  const message = { headers: new Headers(signed), rawBody: Buffer.from("{}"), now };
  expect(findSignatureFault(shop, message)).toBe("bad_signature");
});
