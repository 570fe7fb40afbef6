import type { JudgedLine } from "@/domain/history/judge-history-line";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";

/**
 * Keeps a batch of lines and counts it, in one transaction. A batch that another worker keeps at the same
 * time counts once. Lines of an import that has ended are not kept.
 */
export async function stageHistoryLines(
  merchantId: AuthorizedMerchantId,
  importId: string,
  lines: readonly (JudgedLine & { lineNo: number })[],
): Promise<void> {
  const rows = JSON.stringify(lines, (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
  await inMerchant(
    merchantId,
    (tx) => tx.$executeRaw`
      with running as (
        select id from history_import
        where merchant_id = ${merchantId}::uuid and id = ${importId}::uuid and state = 'running'
        for no key update
      ), kept as (
        insert into history_line (merchant_id, import_id, line_no, kind, invoice_no, code, title,
          is_service, quantity, unit_price_fen, amount_fen, sold_at, customer_ref, region, fault)
        select ${merchantId}::uuid, running.id, l."lineNo", l.kind, l."invoiceNo", l.code, l.title,
          l."isService", l.quantity, l."unitPriceFen", l."amountFen", l."soldAt", l."customerRef",
          l.region, l.fault
        from running, json_to_recordset(${rows}::json) as l("lineNo" int, kind history_line_kind,
          "invoiceNo" text, code text, title text, "isService" boolean, quantity int,
          "unitPriceFen" bigint, "amountFen" bigint, "soldAt" timestamptz, "customerRef" text,
          region text, fault text)
        on conflict do nothing
        returning kind
      )
      update history_import i set read_lines = i.read_lines + c.all_lines,
        sale_lines = i.sale_lines + c.sales, refund_lines = i.refund_lines + c.refunds,
        refused_lines = i.refused_lines + c.refused
      from (
        select count(*) as all_lines, count(*) filter (where kind = 'sale') as sales,
          count(*) filter (where kind = 'refund') as refunds,
          count(*) filter (where kind = 'refused') as refused
        from kept
      ) c
      where i.merchant_id = ${merchantId}::uuid and i.id = ${importId}::uuid and i.state = 'running'`,
    { timeoutMs: 60_000 },
  );
}
