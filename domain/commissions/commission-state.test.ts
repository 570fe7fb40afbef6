import { expect, test } from "vitest";
import {
  COMMISSION_EVENTS,
  COMMISSION_STATES,
  canCommissionTransition,
  nextCommissionState,
} from "./commission-state";

const ALLOWED = [
  ["pending", "settle", "settled"],
  ["pending", "hold", "held"],
  ["pending", "reverse", "reversed"],
  ["held", "release", "pending"],
  ["held", "reverse", "reversed"],
  ["settled", "reverse", "reversed"],
];

test("exactly these steps are allowed, and every other pair of state and event is not", () => {
  const found = COMMISSION_STATES.flatMap((from) =>
    COMMISSION_EVENTS.filter((event) => canCommissionTransition(from, event)).map((event) => [
      from,
      event,
      nextCommissionState(from, event),
    ]),
  );
  expect(found.sort()).toEqual([...ALLOWED].sort());
});

test("what is held cannot settle, and nothing settles twice", () => {
  expect(nextCommissionState("held", "settle")).toBeNull();
  expect(nextCommissionState("settled", "settle")).toBeNull();
});
