import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";

const patienceMs = 10_000;

/** How many clicks, each of a visitor of its own, are in the database once nothing more is on its way. */
export async function countClicks(superuserUrl: string, expected: number): Promise<number> {
  const client = new pg.Client({ connectionString: superuserUrl });
  await client.connect();
  try {
    const until = Date.now() + patienceMs;
    for (;;) {
      const { rows } = await client.query<{ clicks: number; visitors: number }>(
        "select count(*)::int as clicks, count(distinct visitor_id)::int as visitors from share_click",
      );
      const clicks = Math.min(rows[0]?.clicks ?? 0, rows[0]?.visitors ?? 0);
      // A moment more after the last one: one too many would be as wrong as one missing.
      if (clicks >= expected || Date.now() > until) {
        await pause(500);
        const last = await client.query("select count(*)::int as clicks from share_click");
        return clicks === expected ? last.rows[0].clicks : clicks;
      }
      await pause(100);
    }
  } finally {
    await client.end();
  }
}
