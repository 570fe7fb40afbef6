import pg from "pg";

/** Counts what this process sends to Postgres, BEGIN and COMMIT included, from now on. */
export function countStatements(): () => number {
  let count = 0;
  const send = pg.Client.prototype.query;
  pg.Client.prototype.query = new Proxy(send, {
    apply(target, client, args) {
      count += 1;
      return Reflect.apply(target, client, args);
    },
  });
  return () => count;
}
