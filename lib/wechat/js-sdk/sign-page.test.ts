import { expect, test } from "vitest";
import { jsapiSignature, signPage } from "@/lib/wechat/js-sdk/sign-page";

const vector = {
  ticket: "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
  nonceStr: "Wm3WZYTPz0wzccnW",
  timestamp: 1414587457,
  url: "http://mp.weixin.qq.com?params=value",
};

test("the documented vector gives the documented signature", () => {
  expect(jsapiSignature(vector)).toBe("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
});

test("what follows # is not signed, the query is", () => {
  expect(jsapiSignature({ ...vector, url: `${vector.url}#part` })).toBe(jsapiSignature(vector));
  expect(jsapiSignature({ ...vector, url: `${vector.url}&x=1` })).not.toBe(jsapiSignature(vector));
});

test("a page's signature can be recomputed from what it is sent with", () => {
  const page = { ticket: "t", url: "https://shop.test/p/1" };
  const at = { now: new Date(1_700_000_000_999), random: (size: number) => new Uint8Array(size) };
  const signed = signPage(page, at);
  expect(signed.timestamp).toBe(1_700_000_000);
  expect(signed.signature).toBe(jsapiSignature({ ...page, ...signed }));
});
