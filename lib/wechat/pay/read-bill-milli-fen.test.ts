import fc from "fast-check";
import { expect, test } from "vitest";
import { readBillFen, readBillMilliFen, roundMilliFen } from "./read-bill-milli-fen";

test.each([
  ["0.00", 0n],
  ["0", 0n],
  ["12.5", 1_250n],
  ["0.01", 1n],
  ["-0.10", -10n],
  ["90071992547.40", 9_007_199_254_740n],
  ["1.00000", 100n],
])("%s yuan are %s fen", (text, fen) => {
  expect(readBillFen(text)).toBe(fen);
});

test.each([
  "",
  "1,000.00",
  "1.005",
  "0.00001",
  "1e3",
  "１.00",
  ".5",
  "5.",
  "+1.00",
  "--1.00",
  "NaN",
  "1.00 ",
  "1.000000",
  "9".repeat(13),
])("%j is no amount in fen", (text) => {
  expect(readBillFen(text)).toBeNull();
});

test.each([
  ["0.59400", 59n],
  ["0.00500", 1n],
  ["0.00499", 0n],
  ["-0.00500", -1n],
  ["-0.59400", -59n],
])("a fee of %s yuan is %s fen, half away from zero", (text, fen) => {
  expect(roundMilliFen(readBillMilliFen(text) ?? 999n)).toBe(fen);
});

test("every amount of fen is read as it was written, however many zeros follow", () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), fc.nat(3), (fen, zeros) => {
      const digits = (fen < 0n ? -fen : fen).toString().padStart(3, "0");
      const yuan = `${digits.slice(0, -2)}.${digits.slice(-2)}${"0".repeat(zeros)}`;
      expect(readBillFen(fen < 0n ? `-${yuan}` : yuan)).toBe(fen);
    }),
  );
});
