import { expect, test } from "vitest";
import { parseReturnTo, parseVisitorId } from "@/features/customers/schema";

test("signing in returns to paths of this shop", () => {
  for (const path of ["/", "/p/zongzi", "/orders/A1?tab=1", "/search?q=%E7%B2%BD"]) {
    expect(parseReturnTo(path)).toBe(path);
  }
  expect(parseReturnTo("/search?q=粽")).toBe("/search?q=%E7%B2%BD");
});

test.each([
  "//evil.test",
  "/\\evil.test",
  "/\t/evil.test",
  "/.//evil.test",
  "/a/..//evil.test",
  "https://evil.test/",
  "javascript:alert(1)",
  "evil.test",
  "",
  `/${"a".repeat(600)}`,
])("signing in never leads away from the shop: %j", (value) => {
  expect(parseReturnTo(value)).toBe("/");
});

test("a visitor cookie is a random UUID or nothing", () => {
  expect(parseVisitorId("0f3c2d84-54a4-4f43-9d6f-2a1f3c7f8a10")).not.toBeNull();
  for (const value of ["", "1", "01890a5d-ac96-774b-bcce-b302099a8057", undefined]) {
    expect(parseVisitorId(value)).toBeNull();
  }
});
