import { expect, test } from "vitest";
import { lateRefundProgress } from "./late-refund-progress";

test("no late money, no progress", () => {
  expect(lateRefundProgress([])).toBeNull();
});

test.each(["requested", "processing", "abnormal", "closed"])("%s has not arrived", (state) => {
  expect(lateRefundProgress([{ state }])).toBe("under_way");
  expect(lateRefundProgress([{ state: "success" }, { state }])).toBe("under_way");
});

test("money has arrived when all of it has", () => {
  expect(lateRefundProgress([{ state: "success" }, { state: "success" }])).toBe("arrived");
});
