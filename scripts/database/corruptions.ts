/** By invariant, what only a superuser can plant: what it is, and the SQL that does it. */
export type Corruptions = Record<string, readonly (readonly [what: string, sql: string])[]>;
