import { expect, test } from "vitest";
import { QUESTIONS } from "./acts";
import { knownMeasures } from "./known-measures";
import { MEASURED_METRICS, type MeasuredMetric, measure } from "./metric-list";
import { questionsOf } from "./questions-of";

const all = Object.keys(MEASURED_METRICS) as MeasuredMetric[];

test("what a metric does not ask for does not change it, and what it asks for does", () => {
  const figures = { grossFen: 90_000n, orders: 6 };
  const everybody = Object.fromEntries(QUESTIONS.map((question) => [question, 7]));
  for (const metric of all) {
    const asked = questionsOf([metric]);
    const some = Object.fromEntries(asked.map((question) => [question, everybody[question]]));
    const whole = measure(metric, knownMeasures(figures, everybody));
    expect([metric, measure(metric, knownMeasures(figures, some))]).toEqual([metric, whole]);
    if (asked.length > 0) {
      expect([metric, measure(metric, knownMeasures(figures))]).not.toEqual([metric, whole]);
    }
  }
});

test("several metrics ask for the people of each, once; sums of sales ask for nobody", () => {
  expect(questionsOf(["netSales", "margin", "units"])).toEqual([]);
  expect(questionsOf(["buyers", "valuePerBuyer", "repurchaseRate"]).toSorted()).toEqual([
    "buyers",
    "repeatBuyers",
  ]);
  expect(questionsOf(all).toSorted()).toEqual([...QUESTIONS].sort());
});
