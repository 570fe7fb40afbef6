import { expect, test } from "vitest";
import { parseIcuNames } from "@/scripts/checks/parse-icu-names";

test.each([
  ["no placeholder", []],
  ["{name} bought {count, number}", ["count", "name"]],
  ["{count, plural, =0 {nothing} one {# of {shop}} other {# of {shop}}}", ["count", "shop"]],
  ["{kind, select, a {{count, plural, other {# {unit}}}} other {}}", ["count", "kind", "unit"]],
  ["{at, date, ::yyyyMMdd}", ["at"]],
  ["read <link>our {rules}</link><br/>", ["<br>", "<link>", "rules"]],
  ["''{name}''", ["name"]],
  ["write '{name}' as it is", []],
])("the placeholders of %j are %j", (message, names) => {
  expect(parseIcuNames(message)).toEqual({ ok: true, names });
});

test.each(["{name", "name}", "{count, plural, one {a} other {b}", "}{"])(
  "%j is unbalanced",
  (message) => {
    expect(parseIcuNames(message)).toEqual({ ok: false, reason: "unbalanced" });
  },
);
