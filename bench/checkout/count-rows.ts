import { asOwner } from "@/bench/checkout/two-databases";

/** What one checkout adds to. */
const tables = [
  "orders",
  "order_line",
  "payment",
  "audit_entry",
  "stock_hold",
  "stock_movement",
  "order_commission_term",
  "inbox_event",
  "commission",
  "ledger_transfer",
] as const;

/** Rows per table, over all merchants. */
export async function countRows(url: string): Promise<Record<string, number>> {
  return asOwner(url, async (client) => {
    const counts: Record<string, number> = {};
    for (const table of tables) {
      const { rows } = await client.query<{ count: number }>(
        `select count(*)::int as count from ${table}`,
      );
      counts[table] = rows[0]?.count ?? 0;
    }
    return counts;
  });
}
