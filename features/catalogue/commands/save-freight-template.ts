import { recordAudit } from "@/features/audit/commands/record-audit";
import type { FreightTemplateInput } from "@/features/catalogue/schema";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * Adds a freight template or changes the one given. Only one is the default: making this one so takes
 * it from the other. Orders keep the freight that they were placed with.
 * @param id null adds one
 */
export async function saveFreightTemplate(
  staff: { merchantId: AuthorizedMerchantId; staffId: string },
  id: string | null,
  input: FreightTemplateInput,
  now: Date,
): Promise<{ ok: true } | { ok: false; reason: "not_found" | "name_taken" }> {
  const { merchantId, staffId } = staff;
  const { name, freeFromFen } = input;
  const isDefault = input.isDefault === "yes";
  const data = { name, freeFromFen, isDefault, rules: toStoredRules(input) };
  return inMerchant(merchantId, async (tx) => {
    const namesake = await tx.freightTemplate.findUnique({
      where: { merchantId_name: { merchantId, name } },
    });
    if (namesake && namesake.id !== id) return { ok: false, reason: "name_taken" };
    const objectId = id ?? newId();
    if (isDefault) {
      await tx.freightTemplate.updateMany({ where: { merchantId }, data: { isDefault: false } });
    }
    const { count } = id
      ? await tx.freightTemplate.updateMany({ where: { merchantId, id }, data })
      : await tx.freightTemplate.createMany({ data: [{ ...data, merchantId, id: objectId }] });
    if (count === 0) return { ok: false, reason: "not_found" };
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "staff", id: staffId },
      action: "freight_template.save",
      objectKind: "freight_template",
      objectId,
      now,
    });
    return { ok: true };
  });
}

/** As domain/orders/calculate-freight reads them, amounts as strings of fen. */
function toStoredRules({ rules }: FreightTemplateInput) {
  return rules.map((rule) => ({
    provinces: rule.provinces.length > 0 ? rule.provinces : "default",
    firstQuantity: rule.firstQuantity,
    firstFen: rule.firstFen.toString(),
    nextQuantity: rule.nextQuantity,
    nextFen: rule.nextFen.toString(),
    ...(rule.refused && { refused: true }),
  }));
}
