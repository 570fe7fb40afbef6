import type { PlannedOrder } from "@/bench/checkout/plan-orders";
import { asOwner } from "@/bench/checkout/two-databases";

/**
 * Of the planned orders, how many are not there paid with two commissions and three transfers, and
 * how many order numbers or payments stand there twice.
 */
export async function findLosses(
  url: string,
  planned: readonly Pick<PlannedOrder, "orderNo">[],
): Promise<{ lost: number; doubled: number }> {
  const { rows } = await asOwner(url, (client) =>
    client.query<{ order_no: string; times: number; complete: boolean }>(
      `select o.order_no, count(*)::int as times, bool_and(o.state = 'paid'
         and (select count(*) from payment p where p.order_id = o.id and p.state = 'success') = 1
         and (select count(*) from commission c where c.order_id = o.id) = 2
         and (select count(*) from ledger_transfer t where t.reference_id in (
           select id from payment where order_id = o.id
           union all select id from commission where order_id = o.id)) = 3) as complete
       from orders o group by o.order_no`,
    ),
  );
  const complete = new Set(rows.filter((row) => row.complete).map((row) => row.order_no));
  return {
    lost: planned.filter(({ orderNo }) => !complete.has(orderNo)).length,
    doubled: rows.filter(({ times }) => times > 1).length,
  };
}
