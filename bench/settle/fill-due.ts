import { readFileSync } from "node:fs";
import { join } from "node:path";
import { prepareShop } from "@/bench/checkout/prepare-shop";
import { asOwner } from "@/bench/checkout/two-databases";
import { fillShop } from "@/bench/invariants/fill-shop";
import { disconnectDatabase } from "@/lib/db/client";

/** Of the orders of a year, with one or two lines and two levels on most: a little above two each. */
const commissionsPerOrder = 1.9;

/**
 * Makes merchant A a shop of a year's orders whose matured commissions nobody has settled yet, at
 * least as many as wanted. The invariants hold. @returns how many are due
 */
export async function fillDue(superuserUrl: string, wanted: number): Promise<number> {
  const { merchant } = await prepareShop(new Date());
  await disconnectDatabase();
  return asOwner(superuserUrl, async (client) => {
    const orders = Math.ceil(wanted / commissionsPerOrder);
    await fillShop(client, merchant, orders, console.log);
    await client.query(readFileSync(join(import.meta.dirname, "nothing-settled-yet.sql"), "utf8"));
    await client.query("vacuum (full, analyze) commission");
    await client.query("vacuum (full, analyze) ledger_transfer");
    await client.query("checkpoint");
    const due = await client.query<{ due: number }>(
      "select count(*)::int as due from commission where state = 'pending' and available_at <= now()",
    );
    return due.rows[0]?.due ?? 0;
  });
}
