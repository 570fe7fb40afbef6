import { recordAudit } from "@/features/audit/commands/record-audit";
import { markImportDays } from "@/features/insights/commands/mark-import-days";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

type Import = { merchantId: string; importId: string };

/**
 * Makes orders and refunds of the lines that were kept, all in one transaction: half an import never
 * counts. An invoice that an earlier import brought stays with that one, and its lines are refused here.
 */
export async function completeHistoryImport(
  merchantId: AuthorizedMerchantId,
  importId: string,
  now: Date,
): Promise<void> {
  await inMerchant(
    merchantId,
    async (tx) => {
      const { count } = await tx.historyImport.updateMany({
        where: { merchantId, id: importId, state: "running" },
        data: { state: "done", finishedAt: now },
      });
      if (count === 0) return;
      await makeOrders(tx, { merchantId, importId });
      await refuseKnownInvoices(tx, { merchantId, importId });
      await alignTimes(tx, { merchantId, importId });
      await recount(tx, { merchantId, importId });
      await markImportDays(tx, { merchantId, importId, now });
      await recordAudit(tx, {
        merchantId,
        actor: { kind: "system" },
        action: "history_import.complete",
        objectKind: "history_import",
        objectId: importId,
        now,
      });
    },
    { timeoutMs: 300_000 },
  );
}

/** An invoice's moment is the earliest of all its lines, also of those that are not taken. */
function makeOrders(tx: MerchantTx, { merchantId, importId }: Import): Promise<number> {
  return tx.$executeRaw`
    insert into history_order (merchant_id, invoice_no, import_id, kind, sold_at, customer_ref, region,
      line_count, units, amount_fen)
    select ${merchantId}::uuid, invoice_no, ${importId}::uuid,
      min(kind) filter (where kind <> 'refused'), min(sold_at),
      coalesce(max(customer_ref) filter (where kind <> 'refused'), ''),
      coalesce(max(region) filter (where kind <> 'refused'), ''),
      count(*) filter (where kind <> 'refused'),
      sum(quantity) filter (where kind <> 'refused'),
      sum(amount_fen)
    from history_line
    where merchant_id = ${merchantId}::uuid and import_id = ${importId}::uuid
    group by invoice_no
    having bool_or(kind <> 'refused')
    on conflict (merchant_id, invoice_no) do nothing`;
}

function refuseKnownInvoices(tx: MerchantTx, { merchantId, importId }: Import): Promise<number> {
  return tx.$executeRaw`
    update history_line l set kind = 'refused', fault = 'imported_before', amount_fen = 0
    from history_order o
    where l.merchant_id = ${merchantId}::uuid and l.import_id = ${importId}::uuid
      and l.kind <> 'refused'
      and o.merchant_id = l.merchant_id and o.invoice_no = l.invoice_no and o.import_id <> l.import_id`;
}

function alignTimes(tx: MerchantTx, { merchantId, importId }: Import): Promise<number> {
  return tx.$executeRaw`
    update history_line l set sold_at = o.sold_at
    from history_order o
    where l.merchant_id = ${merchantId}::uuid and l.import_id = ${importId}::uuid
      and l.kind <> 'refused' and l.sold_at <> o.sold_at
      and o.merchant_id = l.merchant_id and o.invoice_no = l.invoice_no`;
}

function recount(tx: MerchantTx, { merchantId, importId }: Import): Promise<number> {
  return tx.$executeRaw`
    update history_import i set sale_lines = l.sales, refund_lines = l.refunds,
      refused_lines = l.refused, read_lines = l.all_lines, orders = o.orders, refunds = o.refunds
    from (
      select count(*) as all_lines, count(*) filter (where kind = 'sale') as sales,
        count(*) filter (where kind = 'refund') as refunds,
        count(*) filter (where kind = 'refused') as refused
      from history_line
      where merchant_id = ${merchantId}::uuid and import_id = ${importId}::uuid
    ) l, (
      select count(*) filter (where kind = 'sale') as orders,
        count(*) filter (where kind = 'refund') as refunds
      from history_order
      where merchant_id = ${merchantId}::uuid and import_id = ${importId}::uuid
    ) o
    where i.merchant_id = ${merchantId}::uuid and i.id = ${importId}::uuid`;
}
