import { expect, test } from "vitest";
import { VisitorBudget } from "@/web/events/visitor-budget";

const at = (minutes: number) => new Date(minutes * 60_000);

test("a browser has 600 events in ten minutes, and another one its own", () => {
  const budget = new VisitorBudget();
  expect(budget.take("a", 600, at(0))).toBe(true);
  expect(budget.take("a", 1, at(9))).toBe(false);
  expect(budget.take("b", 1, at(9))).toBe(true);
  expect(budget.take("a", 1, at(10))).toBe(true);
});

test("a hundred thousand browsers do not fill the memory", () => {
  const budget = new VisitorBudget();
  for (let index = 0; index < 100_000; index += 1) budget.take(`v${index}`, 1, at(0));
  expect(budget.size).toBe(50_000);
});
