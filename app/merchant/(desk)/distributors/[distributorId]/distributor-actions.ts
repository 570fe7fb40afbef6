"use server";

import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import type { ActionResult } from "@/components/ui/action-result";
import { approveDistributor } from "@/features/distributors/commands/approve-distributor";
import { assignParent } from "@/features/distributors/commands/assign-parent";
import { freezeDistributor } from "@/features/distributors/commands/freeze-distributor";
import { refuseDistributor } from "@/features/distributors/commands/refuse-distributor";
import { decisionReasonSchema } from "@/features/distributors/schema";
import { isId } from "@/lib/ids/is-id";

export async function approveAction(distributorId: string): Promise<ActionResult> {
  return staffAct("distributor.decide", async ({ staff, text, now }) => {
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const approved = await approveDistributor(staff, distributorId, now);
    if (!approved.ok) return { ok: false, message: text("distributors.refusal.not_waiting") };
    return { ok: true, message: text("distributors.approvedNow") };
  });
}

export async function refuseAction(distributorId: string, form: FormData): Promise<ActionResult> {
  return staffAct("distributor.decide", async ({ staff, text, now }) => {
    const input = readForm(decisionReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const refused = await refuseDistributor(staff, { distributorId, ...input.data }, now);
    if (!refused.ok) return { ok: false, message: text("distributors.refusal.not_waiting") };
    return { ok: true, message: text("distributors.refusedNow") };
  });
}

export async function freezeAction(distributorId: string, form: FormData): Promise<ActionResult> {
  return staffAct("distributor.decide", async ({ staff, text, now }) => {
    const input = readForm(decisionReasonSchema, Object.fromEntries(form), text);
    if (!input.ok) return input.refusal;
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const frozen = await freezeDistributor(
      staff,
      { distributorId, freeze: true, ...input.data },
      now,
    );
    if (!frozen.ok) return { ok: false, message: text("distributors.refusal.changed_meanwhile") };
    return { ok: true, message: text("distributors.frozenNow") };
  });
}

export async function unfreezeAction(distributorId: string): Promise<ActionResult> {
  return staffAct("distributor.decide", async ({ staff, text, now }) => {
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const released = await freezeDistributor(
      staff,
      { distributorId, freeze: false, reason: "" },
      now,
    );
    if (!released.ok) return { ok: false, message: text("distributors.refusal.changed_meanwhile") };
    return { ok: true, message: text("distributors.unfrozenNow") };
  });
}

export async function assignParentAction(
  distributorId: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("distributor.decide", async ({ staff, text, now }) => {
    const parent = form.get("parentId");
    const parentId = typeof parent === "string" && isId(parent) ? parent : null;
    if (!isId(distributorId)) return { ok: false, message: text("common.gone") };
    const assigned = await assignParent(staff, { distributorId, parentId }, now);
    if (!assigned.ok)
      return { ok: false, message: text(`distributors.refusal.${assigned.reason}`) };
    return { ok: true, message: text("common.saved") };
  });
}
