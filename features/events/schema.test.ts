import { expect, test } from "vitest";
import { eventBatchSchema } from "@/features/events/schema";

const id = "0b7e1d4c-5a86-4f0e-9c57-0d1f6f1f2a33";
const isTaken = (kind: string) =>
  eventBatchSchema.safeParse({ events: [{ id, kind, at: 1_780_000_000_000 }] }).success;

test("a scan is the opening of a link, which is a fact already: no page may send one beside it", () => {
  expect(isTaken("view")).toBe(true);
  expect(isTaken("scan")).toBe(false);
});
