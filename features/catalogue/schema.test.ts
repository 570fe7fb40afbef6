import { expect, test } from "vitest";
import { parseCursor, parseSearch, writeCursor } from "@/features/catalogue/schema";

test.each([
  ["", "", []],
  [undefined, "", []],
  ["   ", "", []],
  ["  鲜肉 　粽  ", "鲜肉 粽", ["鲜肉", "粽"]],
  ["ｅｇｇ", "egg", ["egg"]],
  ["a\u0000b", "a b", ["a", "b"]],
  [["一", "二"], "一", ["一"]],
])("searching for %j looks for %j", (typed, text, terms) => {
  expect(parseSearch(typed)).toEqual({ text, terms });
});

test("an endless search is cut, between whole characters", () => {
  const { text, terms } = parseSearch("𠮷".repeat(500));
  expect(text).toBe("𠮷".repeat(40));
  expect(terms).toHaveLength(1);
  expect(parseSearch("一 二 三 四 五 六 七").terms).toHaveLength(5);
});

test("a cursor comes back as it was written, and anything else is none", () => {
  const last = { position: 7, id: "01890a5d-ac96-774b-bcce-b302099a8057" };
  expect(parseCursor(writeCursor(last))).toEqual(last);
  for (const value of ["", "7", "x~y", "7~'; drop table", ["7~a"], undefined]) {
    expect(parseCursor(value)).toBeNull();
  }
});
