import { expect, test } from "vitest";
import { readCursor, writeCursor } from "./page-cursor";

const cursor = {
  createdAt: new Date("2026-11-21T10:00:00.123Z"),
  id: "019a0000-0000-7000-8000-000000000001",
};

test("a cursor comes back as it was written", () => {
  expect(readCursor(writeCursor(cursor))).toEqual(cursor);
});

test.each([undefined, "", "x", "1.2", `${"9".repeat(40)}.${cursor.id}`, `1.${cursor.id}'`])(
  "what nobody wrote begins at the top: %s",
  (text) => {
    expect(readCursor(text)).toBeNull();
  },
);
