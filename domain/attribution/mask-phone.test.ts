import { expect, test } from "vitest";
import { maskPhone } from "./mask-phone";

test("a list shows no whole phone number", () => {
  expect(maskPhone("13900139000")).toBe("139****9000");
  expect(maskPhone("")).toBe("");
});
