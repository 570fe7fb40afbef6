import type { IdKind, Rule } from "@/e2e/routes/route-rule";
import type { Samples } from "@/e2e/routes/sample-ids";

/** What no bracket of any path may choke on. */
const garbage = [
  "nothing-of-the-kind",
  "00000000-0000-4000-8000-000000000000",
  "99999999999999",
  "%00",
  "%E0%A4%A",
  "%F0%9F%8D%99",
  "..%2f..%2fmerchant",
  "'%20or%20'1'='1",
  "[object%20Object]",
  "x".repeat(2_000),
];

/** A picture's name is its content: whoever knows it has seen it. Months, versions and tables have no owner. */
const everybodys: ReadonlySet<IdKind> = new Set([
  "storageKey",
  "month",
  "boardTable",
  "policyVersion",
]);

/** A path of the table with one value in its bracket; the other brackets get something that fits. */
export function fillPath(path: string, value: string): string {
  return path
    .replace("[targetKind]", "product")
    .replace("[picture]", "qr.png")
    .replace("[...nextauth]", "session")
    .replace("[...path]", "no/such/page")
    .replace("[file]", `${"0".repeat(64)}.jpg`)
    .replace(/\[\w+\]/, value);
}

/** Every value that is not the asker's to use, each with the reason. */
export function wrongIds(
  { id: kind, door }: Rule & { id: IdKind },
  samples: Record<IdKind, Samples>,
): [string, string][] {
  const { otherShops, otherPersons } = samples[kind];
  const bound = !everybodys.has(kind);
  return [
    ...(bound && otherShops ? [["another merchant's", encodeURIComponent(otherShops)]] : []),
    ...(otherPersons && door !== "staff" ? [["another customer's", otherPersons]] : []),
    ...garbage.map((value) => ["garbage", value]),
  ] as [string, string][];
}
