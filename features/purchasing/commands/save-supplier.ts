import { recordAudit } from "@/features/audit/commands/record-audit";
import type { Clerk, SupplierInput } from "@/features/purchasing/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

type Saved = { ok: true; supplierId: string } | { ok: false; reason: "not_found" | "name_taken" };

/** Adds a supplier (`supplierId` null) or changes one. Who is no longer active is offered nowhere. */
export async function saveSupplier(
  staff: Clerk,
  supplierId: string | null,
  input: SupplierInput,
  now: Date,
): Promise<Saved> {
  const { merchantId, staffId } = staff;
  const { isActive, ...columns } = input;
  return inMerchant(merchantId, async (tx) => {
    const data = { ...columns, isActive: isActive === "yes" };
    const id = supplierId ?? newId();
    const namesake = await tx.supplier.count({
      where: { merchantId, name: input.name, id: { not: id } },
    });
    if (namesake > 0) return { ok: false, reason: "name_taken" };
    const { count } =
      supplierId === null
        ? await tx.supplier.createMany({
            data: [{ ...data, merchantId, id, createdAt: now }],
            skipDuplicates: true,
          })
        : await tx.supplier.updateMany({ where: { merchantId, id }, data });
    if (count === 0) return { ok: false, reason: supplierId === null ? "name_taken" : "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "supplier.save",
      objectKind: "supplier",
      objectId: id,
      details: { leadDays: data.leadDays, isActive: data.isActive },
      now,
    });
    return { ok: true, supplierId: id };
  });
}
