import type { RfmSegment } from "@/domain/metrics/rfm";
import { recordAudit } from "@/features/audit/commands/record-audit";
import { tagCustomers } from "@/features/customers/commands/tag-customers";
import { rfmGroup } from "@/features/insights/queries/rfm-group";
import type { Slice } from "@/features/insights/schema";
import type { StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

type Outcome =
  | { ok: true; added: number; had: number; unreachable: number }
  | { ok: false; reason: "too_many_tags" };

/**
 * Puts a tag on the customers of a segment as it stands, in one statement: done once more it adds nobody. Who
 * is known from an order history only is no customer of the shop and cannot have one.
 * @param input.slice only those whose last order lies in this part
 * @param input.segment null for all of them
 * @param input.before only those who stood there 30 days before; "none" for nowhere
 */
export async function tagRfmSegment(
  { merchantId, staffId }: Pick<StaffScope, "merchantId" | "staffId">,
  input: {
    tag: string;
    slice: Slice;
    segment: RfmSegment | null;
    before: RfmSegment | "none" | null;
  },
  now: Date,
): Promise<Outcome> {
  const { tag, slice, segment, before } = input;
  return inMerchant(merchantId, async (tx): Promise<Outcome> => {
    const group = Prisma.sql`rfm_customer r where ${rfmGroup({ merchantId, slice, segment, before })}`;
    const [people] = await tx.$queryRaw<{ known: number; unreachable: number }[]>`
      select count(c.id)::int as known, (count(*) - count(c.id))::int as unreachable
      from (select person_id, customer_ref from ${group}) r
      left join customer c on c.merchant_id = ${merchantId}::uuid and c.id = r.person_id
        and r.customer_ref = '' and c.erased_at is null`;
    const among = Prisma.sql`select r.person_id from ${group} and r.customer_ref = ''`;
    const tagged = await tagCustomers(tx, { merchantId, tag, among, now });
    if (!tagged.ok) return tagged;
    const { added } = tagged;
    const { known = 0, unreachable = 0 } = people ?? {};
    if (added > 0) {
      await recordAudit(tx, {
        merchantId,
        actor: { kind: "staff", id: staffId },
        action: "customer_tag.segment",
        objectKind: "merchant",
        objectId: merchantId,
        details: { segment: segment ?? "all", before: before ?? "", customers: added },
        now,
      });
    }
    return { ok: true, added, had: known - added, unreachable };
  });
}
