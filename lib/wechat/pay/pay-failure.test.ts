import { expect, test } from "vitest";
import { type PayFailure, payFailureOf } from "./pay-failure";

test.each<[number, string, string, PayFailure]>([
  [401, "SIGN_ERROR", "x-268443699", "refused_signature"],
  [400, "INVALID_REQUEST", "x-268498688", "parameters_changed"],
  [400, "INVALID_REQUEST", "x-268435456", "refused_parameters"],
  [400, "ORDERPAID", "x-268449538", "already_paid"],
  [400, "ORDER_CLOSED", "", "order_closed"],
  [404, "ORDER_NOT_EXIST", "x-268512771", "not_found"],
  [404, "RESOURCE_NOT_EXISTS", "", "not_found"],
  [403, "NO_AUTH", "", "refused_permission"],
  [403, "NOT_ENOUGH", "", "not_enough_balance"],
  [403, "USER_ACCOUNT_ABNORMAL", "", "account_closed"],
  [400, "NO_STATEMENT_EXIST", "", "no_statement"],
  [400, "STATEMENT_CREATING", "", "statement_creating"],
  [429, "FREQUENCY_LIMITED", "", "rate_limited"],
  [400, "BRAND_NEW", "", "refused_parameters"],
])("%i %s %s is %s", (status, code, requestId, failure) => {
  expect(payFailureOf({ status, code, requestId })).toBe(failure);
});

test.each([
  [500, "ORDERPAID"],
  [502, ""],
  [503, "RESOURCE_NOT_EXISTS"],
  [400, "SYSTEM_ERROR"],
  [302, ""],
  [418, "TEAPOT"],
])("%i %s is unknown: whether the call worked, only a query tells", (status, code) => {
  expect(payFailureOf({ status, code, requestId: "" })).toBe("unknown");
});
