import { behind } from "@/e2e/pages/behind";

/**
 * Takes the worker's clock away, so that nothing is written but by who asks. What is under way ends
 * first. @returns what gives the clock back
 */
export async function holdWorkersClock(): Promise<() => Promise<void>> {
  const { rows } = await behind(
    "select coalesce(json_agg(s), '[]')::text as kept from pgboss.schedule s",
  );
  await behind("delete from pgboss.schedule");
  await behind("update payout set next_step_at = next_step_at + interval '1 day'");
  for (let tries = 0; tries < 50; tries += 1) {
    const busy = await behind(
      "select count(*)::int as count from pgboss.job where state in ('created', 'active')",
    );
    if (busy.rows[0].count === 0) break;
    await new Promise((done) => setTimeout(done, 200));
  }
  return async () => {
    await behind(
      "insert into pgboss.schedule select * from json_populate_recordset(null::pgboss.schedule, $1::json)",
      [rows[0].kept],
    );
    await behind("update payout set next_step_at = next_step_at - interval '1 day'");
  };
}
