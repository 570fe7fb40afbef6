import type { IdKind } from "@/e2e/routes/route-rule";

const slot = /<(\w+)>/g;

/** The kinds of ids that a row's arguments, content or query leave open, in the order they stand. */
export function slotsIn(value: unknown): IdKind[] {
  const text = JSON.stringify(value ?? null);
  return [...text.matchAll(slot)].map(([, kind]) => kind as IdKind);
}

/** The same value with an id in every slot. */
export function fillSlots<Value>(value: Value, idOf: (kind: IdKind) => string): Value {
  const filled = JSON.stringify(value, (_key, inner: unknown) =>
    typeof inner === "string" ? inner.replace(slot, (_slot, kind: IdKind) => idOf(kind)) : inner,
  );
  return JSON.parse(filled);
}
