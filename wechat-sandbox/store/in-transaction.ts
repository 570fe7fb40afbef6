import type { DatabaseSync } from "node:sqlite";

/** Everything that `act` writes, or nothing of it. Rethrows what it throws. */
export function inTransaction<Result>(db: DatabaseSync, act: () => Result): Result {
  if (db.isTransaction) return act();
  db.exec("begin immediate");
  try {
    const result = act();
    db.exec("commit");
    return result;
  } catch (error) {
    db.exec("rollback");
    throw error;
  }
}
