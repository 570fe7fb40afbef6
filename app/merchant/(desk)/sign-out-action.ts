"use server";

import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { revokeSessions } from "@/features/staff/commands/revoke-sessions";
import { currentStaff } from "@/features/staff/gate";
import { staffCookie } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";

/** Ends this browser's session: its row, so that a copied cookie is worth nothing, and the cookie. */
export async function signOutAction(): Promise<void> {
  const staff = await currentStaff();
  if (staff) {
    const { merchantId, staffId, sessionId } = staff;
    await revokeSessions(merchantId, { staffId, sessionId, revokedBy: staffId }, systemClock());
  }
  (await cookies()).delete(staffCookie);
  redirect("/merchant/sign-in");
}
