/**
 * How every run asks, whoever starts it. Over a million orders, what fits into memory takes half the
 * time, compiling takes longer than it saves, and a row that is found by its index costs little more than
 * the next one of its table: both are in memory.
 */
const settings = { work_mem: "256MB", jit: "off", random_page_cost: "1.1" } as const;

/** @param until the end of the transaction, or of the connection */
export function roomToWorkSql(until: "transaction" | "connection"): string {
  const calls = Object.entries(settings).map(
    ([name, value]) => `set_config('${name}', '${value}', ${until === "transaction"})`,
  );
  return `select ${calls.join(", ")}`;
}
