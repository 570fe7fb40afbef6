import type { StaffView } from "@/features/staff/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

const maxStaff = 200;

/** Everybody who works or worked in the dashboard, with the number of their open sessions. */
export async function listStaff(
  tx: MerchantTx,
  { merchantId, now }: { merchantId: string; now: Date },
): Promise<StaffView[]> {
  const rows = await tx.staff.findMany({
    where: { merchantId },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    take: maxStaff,
    select: {
      id: true,
      email: true,
      name: true,
      role: true,
      disabledAt: true,
      _count: { select: { sessions: { where: { revokedAt: null, expiresAt: { gt: now } } } } },
    },
  });
  return rows.map(({ id, disabledAt, _count, ...row }) => ({
    ...row,
    staffId: id,
    isDisabled: disabledAt !== null,
    sessionCount: _count.sessions,
  }));
}
