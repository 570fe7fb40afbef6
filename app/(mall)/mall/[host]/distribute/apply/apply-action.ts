"use server";

import { redirect } from "next/navigation";
import { currentActor } from "@/app/(mall)/current-actor";
import { applyForDistributor } from "@/features/distributors/commands/apply-for-distributor";
import { type ApplyState, applicationSchema } from "@/features/distributors/schema";
import { systemClock } from "@/lib/clock/now";
import { isStorable } from "@/lib/forms/is-storable";

/** Takes the form of /distribute/apply; leads to the centre, which shows the answer. */
export async function applyAction(_before: ApplyState, form: FormData): Promise<ApplyState> {
  const actor = await currentActor();
  if (!actor) return redirect("/api/wechat/oauth/start?returnTo=/distribute/apply");
  const typed = Object.fromEntries(form);
  if (!isStorable(typed)) return { faults: ["displayName"] };
  const parsed = applicationSchema.safeParse(typed);
  if (!parsed.success) {
    return { faults: parsed.error.issues.map((issue) => String(issue.path[0])) };
  }
  const applied = await applyForDistributor(actor, parsed.data, systemClock());
  if (!applied.ok) return { faults: [applied.reason] };
  return redirect("/distribute");
}
