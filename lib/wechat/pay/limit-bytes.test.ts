import fc from "fast-check";
import { expect, test } from "vitest";
import { limitBytes } from "./limit-bytes";

test("a text is cut between characters, never within one", () => {
  expect(limitBytes("端午礼盒", 12)).toBe("端午礼盒");
  expect(limitBytes("端午礼盒", 11)).toBe("端午礼");
  expect(limitBytes("a😀b", 4)).toBe("a");
  expect(limitBytes("a😀b", 5)).toBe("a😀");
});

test("what remains fits, is a beginning, and one more character would not fit", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), fc.nat(200), (text, maxBytes) => {
      const kept = limitBytes(text, maxBytes);
      expect(text.startsWith(kept)).toBe(true);
      expect(Buffer.byteLength(kept)).toBeLessThanOrEqual(maxBytes);
      const [next = ""] = text.slice(kept.length);
      if (next !== "") expect(Buffer.byteLength(kept + next)).toBeGreaterThan(maxBytes);
    }),
  );
});
