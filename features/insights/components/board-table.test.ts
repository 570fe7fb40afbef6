import { expect, test } from "vitest";
import { cutLines } from "@/features/insights/components/board-table";

test("a file that is cut says so in its last line, and a whole one does not", () => {
  const lines = [["head"], ["1"], ["2"], ["3"]];
  expect(cutLines(lines, 3, "more")).toEqual(lines);
  expect(cutLines(lines, 2, "more")).toEqual([["head"], ["1"], ["2"], ["more"]]);
});
