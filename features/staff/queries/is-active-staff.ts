import type { MerchantTx } from "@/lib/db/in-merchant";

/** Whether somebody of the merchant's staff may still sign in; false when their account was disabled. */
export async function isActiveStaff(
  tx: MerchantTx,
  { merchantId, staffId }: { merchantId: string; staffId: string },
): Promise<boolean> {
  return (await tx.staff.count({ where: { merchantId, id: staffId, disabledAt: null } })) > 0;
}
