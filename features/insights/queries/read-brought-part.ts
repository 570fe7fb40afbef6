import type { BroughtPart } from "@/features/insights/queries/list-brought-people";

/** Which people an address names: `hop` from 1 on, `wait` the class from 0 on, or `soon`; null for nonsense. */
export function readBroughtPart(values: Readonly<Record<string, string>>): BroughtPart | null {
  const { hop, wait, soon } = values;
  if (soon) return { by: "soon" };
  if (hop) return /^[1-9]\d?$/.test(hop) ? { by: "hop", at: Number(hop) } : null;
  if (wait) return /^\d{1,2}$/.test(wait) ? { by: "wait", at: Number(wait) } : null;
  return { by: "all" };
}
