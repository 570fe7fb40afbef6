import type { Slice } from "@/features/insights/schema";
import { isId } from "@/lib/ids/is-id";

/** No distributor has it. */
const nobodysId = "00000000-0000-0000-0000-000000000000";

/** The distributor to whom a question is narrowed; null where it is to nobody, and nobody's where the id is none. */
export function distributorOfPart({ kind, key }: Slice): string | null {
  if (kind !== "distributor") return null;
  return isId(key) ? key : nobodysId;
}
