import { expect, test } from "vitest";
import { maskName } from "./mask-name";

test.each([
  ["王小满", "王**"],
  ["王", "王**"],
  ["  Ada Lovelace ", "A**"],
  ["😀笑笑", "😀**"],
  ["", ""],
  ["   ", ""],
])("a distributor sees %j as %j", (name, masked) => {
  expect(maskName(name)).toBe(masked);
});
