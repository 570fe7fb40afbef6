import { expect, test } from "vitest";
import { checkSecretsAndPaths } from "@/scripts/checks/check-secrets-and-paths";
import { plantTree } from "@/scripts/checks/plant-tree";

async function placesIn(files: Record<string, string>): Promise<string[]> {
  const findings = await checkSecretsAndPaths.run(plantTree(files));
  return findings.map(({ place }) => place);
}

// Put together here, so that this file does not hold what it forbids.
const slash = "/";
const planted: [what: string, text: string][] = [
  ["a home folder", `const file = "${slash}home${slash}ann/file";`],
  ["root's folder", `cd ${slash}root${slash}shop`],
  ["a folder of the building machine", `see ${slash}work${slash}notes.md`],
  ["a home folder on a Mac", `open ${slash}Users${slash}ann`],
  ["a home folder on Windows", `open C:\\${"Users"}\\ann`],
  ["a registry", `https://registry.${"npmjs"}.org/zod`],
  ["a mirror", `https://registry.${"npmmirror"}.com/zod`],
  ["a key", `${"-".repeat(5)}BEGIN PRIVATE KEY${"-".repeat(5)}`],
  ["an access token", `ghp_${"a1".repeat(18)}`],
  ["a folder beside the repository", `read("..${slash}shared/design")`],
  ["work put off", `// ${"TO"}DO: later`],
  ["work put off, louder", `// ${"FIX"}ME`],
  ["a rule switched off", `// ${"biome"}-ignore lint: because`],
  ["the compiler switched off", `// @ts-${"ignore"}`],
  ["an expected error", `// @ts-${"expect"}-error`],
];

test.each(planted)("%s is seen in any text file", async (_, text) => {
  expect(await placesIn({ "docs/a.md": `fine\n${text}\n` })).toEqual(["docs/a.md:2"]);
  expect(await placesIn({ "lib/a.ts": `fine\n${text}\n` })).toEqual(["lib/a.ts:2"]);
});

test.each(["test.only(", "describe.skip(", "it.todo(", "test.fixme(", "xit(", "fdescribe("])(
  "a test that is not run with all others is seen: %s",
  async (call) => {
    const text = `${call}"name", () => {});\n`;
    expect(await placesIn({ "lib/a.test.ts": text, "e2e/buy.ts": text })).toHaveLength(2);
  },
);

test.each([
  ["lib/a.ts", 'const href = "/orders/home/1"; const url = "https://shop.cn/work/1";'],
  ["lib/b.ts", "stream.skip(1); const mastodon = 1; export const exit = test(1);"],
  ["lib/c.test.ts", "test.skipIf(missing)(name, run); process.exit(1);"],
  ["wechat-sandbox/spec/contract.test.ts", `read("..${slash}shared/spec/wechatpay")`],
  ["package-lock.json", `"integrity": "sha512-${"TO"}DO/abc"`],
])("what only looks similar is left alone: %s", async (path, text) => {
  expect(await placesIn({ [path]: text })).toEqual([]);
});

test("what git ignores is not judged", async () => {
  const secret = `${"-".repeat(5)}BEGIN PRIVATE KEY`;
  expect(await placesIn({ ".gitignore": ".env\n", ".env": secret })).toEqual([]);
});
