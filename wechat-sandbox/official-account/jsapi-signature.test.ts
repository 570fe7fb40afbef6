import { expect, test } from "vitest";
import { jsapiSignature } from "./jsapi-signature";

const vector = {
  ticket: "sM4AOVdWfPE4DxkXGEs8VMCPGGVi4C3VM0P37wVUCFvkVAy_90u5h9nbSlYy3-Sl-HhTdfl2fzFy1AOcHKP7qg",
  nonceStr: "Wm3WZYTPz0wzccnW",
  timestamp: "1414587457",
  url: "http://mp.weixin.qq.com?params=value",
};

test("reproduces WeChat's published example", () => {
  expect(jsapiSignature(vector)).toBe("0f9de62fce790f9a083d5c99e95740ceb90c27ed");
});

test("what follows # is not signed", () => {
  expect(jsapiSignature({ ...vector, url: `${vector.url}#wechat_redirect` })).toBe(
    jsapiSignature(vector),
  );
});
