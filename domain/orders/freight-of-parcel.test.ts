import { expect, test } from "vitest";
import type { FreightTemplate } from "./calculate-freight";
import { freightOfParcel } from "./freight-of-parcel";

const parcel = { province: "浙江省", quantity: 3, goodsFen: 10_000n };

function flat(firstFen: bigint, refused = false): FreightTemplate {
  const rule = { provinces: "default" as const, firstQuantity: 1, nextQuantity: 0, nextFen: 0n };
  return { freeFromFen: null, rules: [{ ...rule, firstFen, refused }] };
}

test("without a template the merchant pays", () => {
  expect(freightOfParcel([], parcel)).toEqual({ ok: true, freightFen: 0n });
});

test("the dearest template counts, whatever its place", () => {
  const templates = [flat(600n), flat(1_200n), flat(900n)];
  expect(freightOfParcel(templates, parcel)).toEqual({ ok: true, freightFen: 1_200n });
});

test("one template that does not deliver keeps the whole parcel", () => {
  const templates = [flat(600n), flat(0n, true)];
  expect(freightOfParcel(templates, parcel)).toEqual({ ok: false, reason: "not_delivered" });
});
