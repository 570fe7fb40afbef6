import { expect, test } from "@playwright/test";
import Papa from "papaparse";
import { behind } from "@/e2e/pages/behind";
import { ask } from "@/e2e/routes/ask";
import { staffCookie } from "@/e2e/routes/sign-in-by-http";
import { LAOZHOU } from "@/prisma/seed/shops/demo-people";

const formula = '=HYPERLINK("http://elsewhere.example","张三")';
const byteOrderMark = "\uFEFF";

/** What a member of staff gets to download. */
async function download(path: string, email: string, host = "localhost") {
  const answer = await ask(path, { host, cookie: await staffCookie(email, host) });
  const { data } = Papa.parse<string[]>(answer.body.replace(byteOrderMark, ""), {
    skipEmptyLines: true,
  });
  return { ...answer, head: data[0] ?? [], rows: data.slice(1) };
}

async function column(sql: string, values: readonly unknown[] = []): Promise<string[]> {
  return (await behind(sql, values)).rows.map((row) => String(row.value));
}

/** No cell that a spreadsheet would run. */
function expectHarmless(rows: readonly string[][]): void {
  const cells = rows.flat();
  const isRisky = (cell: string) => /^[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell);
  expect(cells.length).toBeGreaterThan(0);
  expect(cells.filter(isRisky)).toEqual([]);
}

const payoutsOf = (host: string) =>
  column(
    `select payout_no as value from payout p join merchant_host h on h.merchant_id = p.merchant_id
     where h.host = $1 order by 1`,
    [host],
  );

test("payouts as CSV: each of the shop's once, to the fen, narrowed as the page is, and no other shop's", async () => {
  const path = "/api/merchant/payouts/export";
  const all = await download(path, "finance@ruoli.example");
  expect(all.headers["content-type"]).toContain("text/csv");
  expect(all.headers["content-disposition"]).toMatch(/attachment; filename="?payouts-/);
  expect(all.body.startsWith(byteOrderMark)).toBe(true);
  const own = await payoutsOf("localhost");
  expect(own.length).toBeGreaterThan(0);
  expect(all.rows.map(([no]) => no).toSorted()).toEqual(own);
  const grosses = all.rows.map((row) => BigInt((row[4] ?? "").replace(".", "")));
  const [grossFen] = await column(
    "select sum(gross_fen) as value from payout where payout_no = any($1)",
    [own],
  );
  expect(String(grosses.reduce((sum, one) => sum + one, 0n))).toBe(grossFen);

  const paid = await download(`${path}?state=paid&cursor=nonsense`, "owner@ruoli.example");
  const paidNos = await column(
    "select payout_no as value from payout where payout_no = any($1) and state = 'paid' order by 1",
    [own],
  );
  expect(paid.rows.map(([no]) => no).toSorted()).toEqual(paidNos);
  const other = await download(path, "owner@yunjiao.example", "tea.localhost");
  expect(other.status).toBe(200);
  expect(other.rows.map(([no]) => no).toSorted()).toEqual(await payoutsOf("tea.localhost"));
});

test("the audit log as CSV: all of the shop's entries with their place in the chain, and no other shop's", async () => {
  const path = "/api/merchant/audit/export";
  const all = await download(`${path}?action=payout.request`, "finance@ruoli.example");
  expect(all.status).toBe(200);
  expect(all.head).toHaveLength(8);
  const [count] = await column(
    `select count(*) as value from audit_entry e join merchant_host h on h.merchant_id = e.merchant_id
     where h.host = 'localhost' and e.action = 'payout.request'`,
  );
  expect(String(all.rows.length)).toBe(count);
  const everything = await download(path, "owner@ruoli.example");
  const hashes = everything.rows.map((row) => row[7] ?? "").filter((hash) => hash !== "");
  expect(hashes.length).toBeGreaterThan(0);
  const other = await download(path, "owner@yunjiao.example", "tea.localhost");
  expect(other.rows.filter((row) => hashes.includes(row[7] ?? ""))).toEqual([]);
});

test("neither is for those who may not see it, nor for nobody", async () => {
  for (const path of ["/api/merchant/payouts/export", "/api/merchant/audit/export"]) {
    for (const role of ["operator", "warehouse"]) {
      const refused = await download(path, `${role}@ruoli.example`);
      expect([path, role, refused.status]).toEqual([path, role, 404]);
      expect(refused.body).not.toContain(byteOrderMark);
    }
    expect((await ask(path)).status).toBe(401);
    // A session of one shop is none in the other.
    const cookie = await staffCookie("owner@ruoli.example");
    expect((await ask(path, { host: "tea.localhost", cookie })).status).toBe(401);
  }
});

test("a name that a spreadsheet would run is written as words, here and in the audit log", async () => {
  const rename = (from: string, to: string) =>
    behind("update distributor set display_name = $2 where display_name = $1", [from, to]);
  const who = "where email = 'operator@ruoli.example'";
  const [name] = await column(`select name as value from staff ${who}`);
  await rename(LAOZHOU.nickname, formula);
  await behind(`update staff set name = '@sum(1+1)' ${who}`);
  try {
    const payouts = await download("/api/merchant/payouts/export", "owner@ruoli.example");
    expect(payouts.rows.map((row) => row[1])).toContain(`'${formula}`);
    expectHarmless(payouts.rows);
    expectHarmless((await download("/api/merchant/audit/export", "owner@ruoli.example")).rows);
  } finally {
    await rename(formula, LAOZHOU.nickname);
    await behind(`update staff set name = $1 ${who}`, [name]);
  }
});
