import { describe, expect, test } from "vitest";
import { measureVoice, type Voice } from "./voice";

const silence: Voice = {
  npsCounts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
  stars: [0, 0, 0, 0, 0],
  paidOrders: 0,
  refundedOrders: 0,
  complaintOrders: 0,
  shippedOrders: 0,
  lateOrders: 0,
};

describe("where nobody said, bought or shipped anything", () => {
  test.each(["nps", "reviewScore", "goodReviewRate", "refundRate", "complaintRate"] as const)(
    "%s is not defined",
    (metric) => expect(measureVoice(metric, silence).value).toBeNull(),
  );
  test("what is counted is 0", () => {
    expect(measureVoice("npsAnswers", silence).value).toBe(0);
    expect(measureVoice("reviewCount", silence).value).toBe(0);
  });
});

test("NPS is the share of 9 and 10 less that of 0 to 6, in points", () => {
  const npsCounts = [1, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1] as const;
  expect(measureVoice("nps", { ...silence, npsCounts })).toEqual({ unit: "points", value: 2_500 });
});

test("refunded and complained-about orders are parts of the paid ones, late ones of the shipped ones", () => {
  const voice = { ...silence, paidOrders: 8, refundedOrders: 2, complaintOrders: 1 };
  expect(measureVoice("refundRate", voice).value).toBe(2_500);
  expect(measureVoice("complaintRate", voice).value).toBe(1_250);
  const shipped = { ...silence, shippedOrders: 4, lateOrders: 1 };
  expect(measureVoice("lateShipmentRate", shipped).value).toBe(2_500);
  expect(() => measureVoice("refundRate", { ...voice, paidOrders: 1 })).toThrow(RangeError);
});

test("the score is the mean in tenths, good are 4 and 5 stars", () => {
  const voice: Voice = { ...silence, stars: [1, 0, 0, 1, 2] };
  expect(measureVoice("reviewScore", voice)).toEqual({ unit: "tenths", value: 38n });
  expect(measureVoice("goodReviewRate", voice).value).toBe(7_500);
  expect(measureVoice("reviewCount", voice).value).toBe(4);
});
