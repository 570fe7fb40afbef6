import type { Question } from "@/domain/metrics/acts";

/** The answers where nobody did anything. */
export function nobody<Asked extends Question>(questions: readonly Asked[]): Record<Asked, number> {
  return Object.fromEntries(questions.map((question) => [question, 0])) as Record<Asked, number>;
}
