import fc from "fast-check";
import { expect, test } from "vitest";
import { canCancel, canReceive, judgeReceipt, PURCHASE_STATES } from "./purchase";

const lines = [
  { lineNo: 1, units: 10, receivedUnits: 4 },
  { lineNo: 2, units: 3, receivedUnits: 0 },
];

test.each([
  [[{ lineNo: 1, units: 6 }], { ok: true, state: "partly_received" }],
  [
    [
      { lineNo: 1, units: 6 },
      { lineNo: 2, units: 3 },
    ],
    { ok: true, state: "received" },
  ],
  [[{ lineNo: 1, units: 7 }], { ok: false, reason: "over_receipt", lineNo: 1 }],
  [[{ lineNo: 3, units: 1 }], { ok: false, reason: "unknown_line", lineNo: 3 }],
  [
    [
      { lineNo: 2, units: 1 },
      { lineNo: 2, units: 1 },
    ],
    { ok: false, reason: "unknown_line", lineNo: 2 },
  ],
  [[], { ok: false, reason: "nothing" }],
])("%j leads to %j", (arrived, judged) => {
  expect(judgeReceipt(lines, arrived)).toEqual(judged);
});

test.each([0, -1, 0.5, Number.NaN, 2 ** 53])("%s units are no delivery and throw", (units) => {
  expect(() => judgeReceipt(lines, [{ lineNo: 1, units }])).toThrow(RangeError);
});

test("goods arrive for what was ordered and is not whole; all but what ended can be given up", () => {
  expect(PURCHASE_STATES.filter(canReceive)).toEqual(["ordered", "partly_received"]);
  expect(PURCHASE_STATES.filter(canCancel)).toEqual(["draft", "ordered", "partly_received"]);
});

test("however a purchase order arrives, in the end it is whole and not before", () => {
  const parts = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(parts, (deliveries) => {
      const units = deliveries.reduce((sum, part) => sum + part, 0);
      let receivedUnits = 0;
      for (const part of deliveries) {
        const judged = judgeReceipt(
          [{ lineNo: 1, units, receivedUnits }],
          [{ lineNo: 1, units: part }],
        );
        receivedUnits += part;
        const state = receivedUnits === units ? "received" : "partly_received";
        expect(judged).toEqual({ ok: true, state });
      }
    }),
  );
});
