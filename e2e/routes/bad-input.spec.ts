import { expect, test } from "@playwright/test";
import { type Answer, ask } from "@/e2e/routes/ask";
import { type Call, callRoute, contentOf } from "@/e2e/routes/call-route";
import { enterSecondShop, leaveNoPayout, secondShop, writingCalls } from "@/e2e/routes/second-shop";
import { sweep, type Try } from "@/e2e/routes/sweep";

test.describe.configure({ mode: "serial" });

/** What stands instead of a text, a number or a yes. */
const bad: readonly [what: string, value: unknown][] = [
  ["a NUL", "\0"],
  ["a NUL within", "1\0 2"],
  ["half a surrogate pair", "\ud83c"],
  ["the other half", "x\udf59"],
  ["a negative number", -1],
  ["a negative text", "-1"],
  ["a huge number", 1e300],
  ["a huge text of digits", "9".repeat(60)],
  ["2^53", "9007199254740993"],
  ["2^63", "9223372036854775808"],
  ["full-width digits", "１２．５０"],
  ["Arabic digits", "١٢"],
  ["three decimals", "12.345"],
  ["an exponent", "1e5"],
  ["an array", ["x", "y"]],
  ["an object", { toString: "x" }],
  ["null", null],
  ["a long text", "字".repeat(20_000)],
];

const tenMegabytes = "x".repeat(10 * 1024 * 1024);

let shop: Awaited<ReturnType<typeof enterSecondShop>>;
test.beforeAll(async () => {
  shop = await enterSecondShop();
});
// "１２．５０" is a sum like any other: whoever withdraws there later is not to find one under way.
test.afterAll(leaveNoPayout);

/** An action that fails answers with a digest instead of its own sentence. */
function faultOf({ status, body }: Answer): string | null {
  return status >= 500 || /\d:E\{"digest"/.test(body) ? `${status} ${body.slice(0, 120)}` : null;
}

function tryWith(call: Call, what: string, extra: Record<string, unknown>): Try {
  return {
    label: `${call.key}: ${what}`,
    run: async () => {
      const cookie = shop.cookieOf(call.rule);
      const how = { cookie, idOf: shop.own, extra, host: secondShop };
      return faultOf(await callRoute(call, how));
    },
  };
}

test("whatever stands in a field, the answer is a sentence and never a failure", async () => {
  test.setTimeout(180_000);
  const tries = writingCalls.flatMap((call) =>
    Object.keys(contentOf(call.rule)).flatMap((field) =>
      bad.map(([what, value]) => tryWith(call, `${field} is ${what}`, { [field]: value })),
    ),
  );
  expect(tries.length).toBeGreaterThan(500);
  expect(await sweep(tries)).toEqual([]);
});

test("whatever stands in an argument of an action, the answer is a sentence and never a failure", async () => {
  const actions = writingCalls.filter(
    ({ kind, rule }) => kind === "action" && (rule.id || rule.args),
  );
  const tries = actions.flatMap((call) =>
    bad.map(([what, value]): Try => {
      const [, ...others] = call.rule.args ?? [];
      const wrong: Call = { ...call, rule: { ...call.rule, args: [value, ...others] } };
      return tryWith(wrong, `its first argument is ${what}`, {});
    }),
  );
  expect(await sweep(tries)).toEqual([]);
});

test("a body of ten megabytes is refused", async () => {
  const tries = writingCalls
    .filter(({ rule }) => rule.send)
    .map((call) => {
      const [field = "name"] = Object.keys(call.rule.send ?? {});
      return tryWith(call, "ten megabytes", { [field]: tenMegabytes });
    });
  for (const { label, run } of tries) {
    // Whoever goes on sending after the answer is cut off.
    const cutOff = (error: { code?: string }) =>
      error.code === "ECONNRESET" || error.code === "EPIPE" ? null : error;
    expect([label, await run().catch(cutOff)]).toEqual([label, null]);
  }
  expect((await ask("/livez")).status).toBe(200);
});
