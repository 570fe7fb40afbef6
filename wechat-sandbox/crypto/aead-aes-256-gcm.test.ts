import { describe, expect, test } from "vitest";
import { decryptAead, encryptAead } from "./aead-aes-256-gcm";

const KEY = "0123456789abcdef0123456789abcdef";
const NONCE = "fdasflkja484";
const TEXT = JSON.stringify({ out_trade_no: "粽子20261121" });
const sealed = encryptAead(TEXT, KEY, NONCE, "transaction");

describe("AEAD_AES_256_GCM", () => {
  test("decrypts what it encrypted, Chinese included", () => {
    expect(decryptAead(sealed, KEY, NONCE, "transaction")).toBe(TEXT);
  });

  test("the tag is the last sixteen bytes", () => {
    expect(Buffer.from(sealed, "base64")).toHaveLength(Buffer.byteLength(TEXT) + 16);
  });

  test.each([
    ["a flipped bit", () => decryptAead(`A${sealed.slice(1)}`, KEY, NONCE, "transaction")],
    ["another key", () => decryptAead(sealed, KEY.replace("0", "1"), NONCE, "transaction")],
    ["another nonce", () => decryptAead(sealed, KEY, "fdasflkja485", "transaction")],
    ["other associated data", () => decryptAead(sealed, KEY, NONCE, "refund")],
    ["less than a tag", () => decryptAead("AAAA", KEY, NONCE, "transaction")],
  ])("refuses %s", (_name, decrypt) => {
    expect(decrypt).toThrow();
  });
});
