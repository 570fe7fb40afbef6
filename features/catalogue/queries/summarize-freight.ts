import { z } from "zod";
import type { FreightSummary } from "@/features/catalogue/schema";

/** What a stored rule says about the first units; the rest only matters at checkout. */
const rulesSchema = z.array(
  z.object({
    provinces: z.union([z.literal("default"), z.array(z.string())]),
    firstFen: z.coerce.bigint(),
    refused: z.boolean().default(false),
  }),
);

/** A freight template in the two facts that a product page shows; null when its rules are unreadable. */
export function summarizeFreight(template: {
  freeFromFen: bigint | null;
  rules: unknown;
}): FreightSummary | null {
  const parsed = rulesSchema.safeParse(template.rules);
  if (!parsed.success) return null;
  const usual = parsed.data.find(({ provinces }) => provinces === "default");
  return {
    freeFromFen: template.freeFromFen,
    usualFirstFen: usual && !usual.refused ? usual.firstFen : null,
    refusedProvinces: parsed.data.flatMap(({ provinces, refused }) =>
      refused && provinces !== "default" ? provinces : [],
    ),
  };
}
