import { expect, test } from "vitest";
import { boardTableLines } from "@/features/insights/components/board-table";
import { hourTable } from "@/features/insights/components/hour-tables";

test("each hour stands beside that of the day before, and one that is still to come has no figure yet", () => {
  const hours = [
    { hour: 0, fen: 1_250n, previousFen: 0n },
    { hour: 1, fen: 0n, previousFen: 300n },
    { hour: 2, fen: 0n, previousFen: 700n },
  ];
  const lines = boardTableLines(hourTable({ hours, hourNow: 1 }, (key) => key));
  expect(lines.slice(1)).toEqual([
    ["00:00", "12.50", "0.00"],
    ["01:00", "0.00", "3.00"],
    ["02:00", "", "7.00"],
  ]);
});
