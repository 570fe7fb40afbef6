import { QUESTIONS } from "@/domain/metrics/acts";
import type { People } from "@/domain/metrics/measures";

/** Of whom nobody did anything. */
export function nobody(): People {
  return Object.fromEntries(QUESTIONS.map((question) => [question, 0])) as People;
}
