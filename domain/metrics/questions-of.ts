import type { Question } from "./acts";
import { knownMeasures } from "./known-measures";
import { type MeasuredMetric, measure } from "./metric-list";

/**
 * The people that some metrics are computed from, found by computing them: a board asks the database only
 * for these. Every rule looks at all its people whatever they are.
 */
export function questionsOf(metrics: readonly MeasuredMetric[]): Question[] {
  const asked = new Set<Question>();
  const { figures, people } = knownMeasures({});
  const watched = { ...people };
  for (const question of Object.keys(people) as Question[]) {
    Object.defineProperty(watched, question, {
      get: () => {
        asked.add(question);
        return 0;
      },
    });
  }
  for (const metric of metrics) measure(metric, { figures, people: watched });
  return [...asked];
}
