import { z } from "zod";
import type { Fen } from "@/domain/money/fen";

/** What the owner ticks before a person's data is taken out: there is no way back. */
export const erasePersonSchema = z.object({ confirmed: z.literal("yes", "fault.required") });

/** Why somebody cannot be forgotten yet: something of theirs has no end. Amounts in fen. */
export type ErasureObstacle =
  | { reason: "order_open"; orderNo: string }
  | { reason: "refund_open"; orderNo: string }
  /** Promised, free or in a withdrawal. */
  | { reason: "commission_owed"; owedFen: Fen }
  | { reason: "in_debt"; debtFen: Fen }
  /** A friend's order that is not paid yet would earn a commission. */
  | { reason: "commission_coming" }
  /** YYYY-MM: its tax is still to be filed or handed over, and the filing names the person. */
  | { reason: "tax_open"; month: string };

export type ErasedPerson =
  | { ok: true }
  | { ok: false; reason: "not_found" | "step_up_needed" }
  | { ok: false; reason: "under_way"; obstacle: ErasureObstacle };

export type ExportedPerson =
  | { ok: true; json: string }
  | { ok: false; reason: "not_found" | "step_up_needed" };
