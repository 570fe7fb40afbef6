import { z } from "zod";
import type { CaseView } from "@/features/reconciliation/schema";

export type CaseRow = Omit<CaseView, "ourState"> & { detail: unknown };

const detailSchema = z.object({ ourState: z.string() }).catch({ ourState: "" });

export function toCaseView({ detail, ...row }: CaseRow): CaseView {
  return { ...row, ourState: detailSchema.parse(detail).ourState };
}
