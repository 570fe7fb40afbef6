import { asOwner } from "@/bench/checkout/two-databases";
import { type FilledShop, lastDay } from "@/bench/generator/filled-shop";

/** Takes away whatever a measurement has added to a generated shop since its last day. */
export async function forgetToday(shop: FilledShop): Promise<void> {
  await asOwner(shop.ownerUrl, async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query(
      "delete from event where at >= ($1::date + 1)::timestamp at time zone 'Asia/Shanghai'",
      [lastDay],
    );
    for (const table of ["day_person", "day_people", "day_figure", "rollup_day", "rollup_dirty"]) {
      await client.query(`delete from ${table} where day > $1`, [lastDay]);
    }
    // The last day ends a dekad, and today lies in a later month or in the dekad after it.
    await client.query("delete from dekad_people where dekad > $1", [lastDay]);
    await client.query("delete from dekad_figure where dekad > $1", [lastDay]);
    await client.query("delete from month_figure where month > $1", [lastDay]);
    await client.query("vacuum analyze");
  });
}
