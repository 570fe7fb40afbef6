import { cookies, headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { decode } from "next-auth/jwt";
import { cache } from "react";
import { merchantOfHost } from "@/features/merchants/gate";
import { getStaffOfSession } from "@/features/staff/queries/get-staff-of-session";
import {
  can,
  type Permission,
  type StaffScope,
  staffCookie,
  staffSecretPurpose,
} from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { derivedSecret } from "@/lib/secrets/seal";

/**
 * The signed-in member of staff of the shop that is asked, or null. The cookie is only a claim: the
 * session row decides, at every request, so a revoked session ends at once. The shop is the host's;
 * a session of another shop finds no row there.
 */
export const currentStaff = cache(async (): Promise<StaffScope | null> => {
  const shop = await merchantOfHost((await headers()).get("host") ?? "");
  const cookie = (await cookies()).get(staffCookie)?.value;
  if (!shop || !cookie) return null;
  const token = await decode({ token: cookie, secret: derivedSecret(staffSecretPurpose) }).catch(
    () => null,
  );
  const sessionId = token?.sub;
  if (!sessionId) return null;
  const { merchantId } = shop;
  const staff = await inMerchant(merchantId, (tx) =>
    getStaffOfSession(tx, { merchantId, sessionId, now: systemClock() }),
  );
  return staff && { merchantId, sessionId, ...staff };
});

/**
 * For every dashboard page and action: who acts, and that they may. Nobody is sent to the sign-in;
 * somebody without the permission gets the 404 of a page that is not there.
 */
export async function requireStaff(permission: Permission): Promise<StaffScope> {
  const staff = await currentStaff();
  if (!staff) return redirect("/merchant/sign-in");
  return can(staff.role, permission) ? staff : notFound();
}
