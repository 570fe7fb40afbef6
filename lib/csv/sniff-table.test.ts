import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sniffTable } from "@/lib/csv/sniff-table";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "renhe-sniff-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

async function sniff(...parts: (string | number[])[]) {
  const path = join(folder, "table");
  await writeFile(path, Buffer.concat(parts.map((part) => Buffer.from(part as string))));
  return sniffTable(path, 5);
}

/** "茶" and "订单" as Chinese Excel writes them. */
const tea = [0xb2, 0xe8];
const order = [0xb6, 0xa9, 0xb5, 0xa5];

test("a file of Chinese Excel is read as GBK", async () => {
  const found = await sniff(order, ";", tea, "\n1;", tea, "\n");
  expect(found).toMatchObject({
    format: { encoding: "gb18030", delimiter: ";" },
    heads: ["订单", "茶"],
    rows: [["1", "茶"]],
  });
});

test("one cell in another encoding does not make the whole file unreadable", async () => {
  const found = await sniff("订单号,商品名称\n1,红茶\n2,", tea, "\n3,绿茶\n");
  expect(found).toMatchObject({ format: { encoding: "utf-8" }, heads: ["订单号", "商品名称"] });
  expect(found?.rows.map(([, title]) => title?.includes("\uFFFD"))).toEqual([false, true, false]);
});

test("UTF-16 with its mark is read, zero bytes without it are no table", async () => {
  const text = Buffer.from("\uFEFF订单号\t数量\n1\t2\n", "utf16le");
  expect(await sniff([...text])).toMatchObject({
    format: { encoding: "utf-16le", delimiter: "\t" },
    rows: [["1", "2"]],
  });
  expect(await sniff("a,b\n1,\u00002\n")).toBeNull();
});
