import { QUESTIONS } from "@/domain/metrics/acts";
import type { Measures } from "@/domain/metrics/measures";
import type { MeasuredMetric } from "@/domain/metrics/metric-list";
import { questionsOf } from "@/domain/metrics/questions-of";
import type { DayWindow } from "@/domain/metrics/window";
import { nobody } from "@/features/insights/queries/nobody";
import { readFigures } from "@/features/insights/queries/read-figures";
import { readPeople } from "@/features/insights/queries/read-people";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What the roll-ups know of a slice in each of the windows, in their order. Two questions to the database
 * however many windows: a curve by days is as many windows of one day. A slice that nothing happened in
 * yields zeros.
 * @param metrics keeps to the people that these are computed from, of all others there are none; a board
 *   names what it shows, because people cost more than all figures
 */
export async function readMeasures(
  tx: MerchantTx,
  {
    metrics,
    ...asked
  }: {
    merchantId: string;
    slice: Slice;
    windows: readonly DayWindow[];
    metrics?: readonly MeasuredMetric[];
  },
): Promise<Measures[]> {
  const questions = metrics ? questionsOf(metrics) : QUESTIONS;
  const [figures, people] = await Promise.all([
    readFigures(tx, asked),
    readPeople(tx, { ...asked, questions }),
  ]);
  return figures.flatMap((one, at) => {
    const persons = people[at];
    return persons ? [{ figures: one, people: { ...nobody(QUESTIONS), ...persons } }] : [];
  });
}
