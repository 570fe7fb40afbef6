import { QUESTIONS } from "@/domain/metrics/acts";
import type { Measures } from "@/domain/metrics/measures";
import type { DayWindow } from "@/domain/metrics/window";
import { readFigures } from "@/features/insights/queries/read-figures";
import { readPeople } from "@/features/insights/queries/read-people";
import type { Slice } from "@/features/insights/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

/**
 * What the roll-ups know of a slice in each of the windows, in their order. Two questions to the database
 * however many windows: a curve by days is as many windows of one day. A slice that nothing happened in
 * yields zeros.
 */
export async function readMeasures(
  tx: MerchantTx,
  asked: { merchantId: string; slice: Slice; windows: readonly DayWindow[] },
): Promise<Measures[]> {
  const figures = await readFigures(tx, asked);
  const people = await readPeople(tx, { ...asked, questions: QUESTIONS });
  return figures.flatMap((one, at) => {
    const persons = people[at];
    return persons ? [{ figures: one, people: persons }] : [];
  });
}
