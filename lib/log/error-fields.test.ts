import { expect, test } from "vitest";
import { errorFields } from "@/lib/log/error-fields";

const lost = (client: unknown) =>
  Object.assign(new Error("terminating connection"), { code: "57P01", client });

test("what hangs on an error is not logged: no connection, no settings, no values", () => {
  const fields = errorFields(lost({ password: "secret" }));
  expect(Object.keys(Object(fields)).sort()).toEqual(["code", "message", "name", "stack"]);
});

test("an error's cause says what it is as well, and a circle of them ends", () => {
  const inner = lost({ password: "secret" });
  const outer = new Error("not written", { cause: inner });
  expect(errorFields(outer)).toMatchObject({ message: "not written", cause: { code: "57P01" } });
  inner.cause = outer;
  expect(JSON.stringify(errorFields(outer))).not.toContain("secret");
});

test("what is no error is logged as it is", () => {
  expect(errorFields("not registered")).toBe("not registered");
});
