import { recordAudit } from "@/features/audit/commands/record-audit";
import type { CustomerScope } from "@/features/customers/schema";
import { findOwnOrder } from "@/features/reports/queries/find-own-order";
import { findSharer } from "@/features/reports/queries/find-sharer";
import { REPORTS_PER_DAY, type ReportInput } from "@/features/reports/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

export type SentReport =
  | { ok: true }
  | { ok: false; reason: "content_missing" | "about_missing" | "too_many_reports" | "not_found" };

const dayMs = 86_400_000;
const shortestContent = 5;

/**
 * A customer reports that somebody asked to deal outside the shop. About whom it is the shop finds by
 * itself where it is who brought them; where nobody did, the customer's words have to say it. Three within
 * 24 hours are enough: `too_many_reports`. An order that is not the customer's is `not_found`.
 */
export async function sendReport(
  { merchantId, customerId }: Pick<CustomerScope, "merchantId" | "customerId">,
  input: ReportInput,
  now: Date,
): Promise<SentReport> {
  const { orderNo, slug, isSharer, about, content } = input;
  if ([...content].length < shortestContent) return { ok: false, reason: "content_missing" };
  return inMerchant(merchantId, async (tx) => {
    if (await hasSentEnough(tx, { merchantId, customerId, now })) {
      return { ok: false, reason: "too_many_reports" };
    }
    const orderId = orderNo ? await findOwnOrder(tx, { merchantId, customerId, orderNo }) : null;
    if (orderNo && !orderId) return { ok: false, reason: "not_found" };
    const sharer = isSharer ? await findSharer(tx, { merchantId, customerId, orderNo }) : null;
    if (!sharer && about === "") return { ok: false, reason: "about_missing" };
    const id = newId();
    await tx.offPlatformReport.create({
      data: {
        merchantId,
        id,
        customerId,
        distributorId: sharer?.distributorId ?? null,
        about,
        content,
        orderId,
        productId: await findProduct(tx, { merchantId, slug }),
        createdAt: now,
      },
    });
    await recordAudit(tx, {
      merchantId,
      actor: { kind: "customer", id: customerId },
      action: "report.send",
      objectKind: "report",
      objectId: id,
      now,
    });
    return { ok: true };
  });
}

/** One after the other for each customer: two taps at once do not both find room. */
async function hasSentEnough(
  tx: MerchantTx,
  { merchantId, customerId, now }: { merchantId: string; customerId: string; now: Date },
): Promise<boolean> {
  await tx.$executeRaw`select pg_advisory_xact_lock(hashtextextended(${`report:${merchantId}:${customerId}`}, 0))`;
  const since = new Date(now.getTime() - dayMs);
  const sent = await tx.offPlatformReport.count({
    where: { merchantId, customerId, createdAt: { gt: since } },
  });
  return sent >= REPORTS_PER_DAY;
}

/** What it was told from may have another address by now: then only the words tell. */
async function findProduct(
  tx: MerchantTx,
  { merchantId, slug }: { merchantId: string; slug: string },
): Promise<string | null> {
  const product = await tx.product.findUnique({
    where: { merchantId_slug: { merchantId, slug } },
    select: { id: true },
  });
  return product?.id ?? null;
}
