import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, type Page } from "@playwright/test";
import { LIST_OF_METRIC } from "@/domain/metrics/list-of-metric";
import { ASKED_METRICS, MEASURED_METRICS } from "@/domain/metrics/metric-list";
import { test } from "@/e2e/browser";
import { openDesk } from "@/e2e/pages/desk";
import { hundredths, sumFile } from "@/e2e/pages/file-sums";
import { lookBackNow } from "@/e2e/pages/look-back-now";
import { notCompared } from "@/e2e/pages/not-compared";
import { shopUrl } from "@/e2e/pages/phone";
import {
  areRollUpsDone,
  askPlainMetrics,
  askPlainRows,
  findDistributor,
  firstShop,
} from "@/e2e/pages/plain-metrics";
import { plainTables } from "@/e2e/pages/plain-tables";
import { readBoard, type ShownBoard, type ShownMetric } from "@/e2e/pages/read-board";
import { type BoardFile, readFile } from "@/e2e/pages/read-file";
import { pageRules } from "@/e2e/routes/route-table";

test.describe.configure({ mode: "serial" });

const root = join(import.meta.dirname, "../..");
const words: { metric: Record<string, { title: string; definition: string }> } = JSON.parse(
  readFileSync(join(root, "messages/zh/insights.json"), "utf8"),
);
const documented = readFileSync(join(root, "docs/metrics.md"), "utf8");

const dayFromNow = (days: number) =>
  new Date(Date.now() + 8 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10);
/** Days that are over, with the seven after them of K7: nothing is added to them while the test looks. */
const days = { from: dayFromNow(-75), to: dayFromNow(-9) };
const query = `window=custom&from=${days.from}&until=${dayFromNow(-10)}&compare=none`;

const insights = "/merchant/insights";
/** The one file that the overview offers. */
const hours = "sales-hours";
const lists = Object.values(LIST_OF_METRIC).map(({ page, list }) => `${page}?list=${list}`);
/** Every board and every list behind a figure, with what its address says beside the days. */
const pages = [
  ...Object.keys(pageRules)
    .filter((path) => path.startsWith(`${insights}/`) && !path.includes("["))
    .map((path) => path.replace(`${insights}/`, "")),
  ...new Set(lists),
  ...new Set(plainTables.map(({ board }) => board).filter((board) => board.includes("?"))),
  `retention/people?cohort=${days.from.slice(0, 7)}&period=${days.from.slice(0, 7)}`,
];

const oneDistributor = "distributors?slice=distributor:";

let desk: Page;
const shown = new Map<string, ShownBoard>();
const files = new Map<string, BoardFile>();
/** Every metric of which a number or rows were compared. */
const compared = new Set<string>();

const open = (page: string) =>
  readBoard(desk, `${insights}/${page}${page.includes("?") ? "&" : "?"}${query}`);

async function download(href: string): Promise<BoardFile> {
  const file = files.get(href) ?? (await readFile(desk, href));
  files.set(href, file);
  return file;
}

test.beforeAll(async ({ browser }) => {
  test.setTimeout(300_000);
  desk = await openDesk(browser);
  await expect.poll(areRollUpsDone, { timeout: 80_000 }).toBe(true);
  await lookBackNow(await firstShop());
  const distributor = await findDistributor();
  const ofOne = [`${oneDistributor}${distributor}`, `anomalies/clicks?distributor=${distributor}`];
  for (const page of [...pages, ...ofOne]) shown.set(page, await open(page));
});
test.afterAll(async () => desk.context().close());

type Answers = Record<string, string | null>;

/** Each number is what its plain question says; one without a question has a reason. */
function compare(page: string, numbers: readonly ShownMetric[], plain: Answers): void {
  const asked = numbers.filter(({ metric }) => !(metric in notCompared));
  const answer = (metric: string) => (metric in plain ? (plain[metric] ?? "") : "nobody asked");
  expect
    .soft(asked.map(({ metric, value }) => `${page} ${metric}: ${value}`))
    .toEqual(asked.map(({ metric }) => `${page} ${metric}: ${answer(metric)}`));
  for (const { metric } of asked) compared.add(metric);
}

test("each number of each board and list is what the facts say", async () => {
  test.setTimeout(120_000);
  const month = { from: `${dayFromNow(0).slice(0, 8)}01`, to: dayFromNow(1) };
  const ofShop = await askPlainMetrics(days);
  const ofMonth = await askPlainMetrics(month, "shop", ["netSales", "monthPace"]);
  const ofDistributors = await askPlainMetrics(days, "distributors");
  const ofOne = await askPlainMetrics(days, "distributor");
  for (const [page, { metrics }] of shown) {
    const isOfMonth = ({ href }: ShownMetric) => href.includes("window=this_month");
    const ofWindow = metrics.filter((one) => !isOfMonth(one));
    const ofPart = page.startsWith(oneDistributor) ? ofOne : ofDistributors;
    compare(page, ofWindow, page.startsWith("distributors") ? ofPart : ofShop);
    compare(page, metrics.filter(isOfMonth), ofMonth);
  }
});

test("so is each number of the index of boards, of the last thirty days", async () => {
  const { metrics } = await readBoard(desk, insights);
  const names = metrics.map(({ metric }) => metric);
  const thirtyDays = { from: dayFromNow(-29), to: dayFromNow(1) };
  compare("index", metrics, await askPlainMetrics(thirtyDays, "shop", names));
});

test("the ⓘ beside each number says what messages say, and docs/metrics.md has a row of it", () => {
  for (const [page, { metrics }] of shown) {
    for (const { metric, definition } of metrics) {
      const { title, definition: meaning } = words.metric[metric] ?? {};
      expect([page, metric, definition]).toEqual([page, metric, `${title}${meaning}`]);
      expect(documented).toContain(`| \`${metric}\` |`);
    }
  }
});

test("the rows of boards are what the facts say: cohorts, classes, segments, steps, days, products, people", async () => {
  test.setTimeout(120_000);
  for (const table of plainTables) {
    const { board, file, columns, metrics } = table;
    const found = shown.get(board)?.tables.find((one) => one.file === file);
    const { rows } = await download(found?.href ?? "");
    const inFile = rows.map((row) => columns.map((at) => row[at] ?? "").join(" | "));
    const plain = (await askPlainRows(days, table)).map((row) => row.join(" | "));
    expect.soft([board, file, ...inFile.toSorted()]).toEqual([board, file, ...plain.toSorted()]);
    for (const metric of metrics) compared.add(metric);
  }
});

test("a forecast begins with the rates that the facts of the last 90 days give", async () => {
  const plan = await askPlainMetrics({ from: dayFromNow(-90), to: dayFromNow(0) }, "plan");
  await desk.goto(shopUrl(`${insights}/forecast`));
  const typed: Answers = {};
  for (const field of Object.keys(plan)) {
    typed[field] = await desk.locator(`input[name="${field}"]`).first().inputValue();
  }
  expect(typed).toEqual(plan);
});

test("no metric is left that nobody compares: each has a plain question, or a reason why not", () => {
  const all = [...Object.keys(MEASURED_METRICS), ...ASKED_METRICS];
  const missing = all.filter((metric) => !compared.has(metric));
  expect(missing.toSorted()).toEqual(Object.keys(notCompared).toSorted());
});

test("every file has the heads and the rows of its page, and adds up to the page's figures", async () => {
  test.setTimeout(120_000);
  const summed: string[] = [];
  for (const [page, { metrics, tables }] of shown) {
    const figures = Object.fromEntries(metrics.toReversed().map((one) => [one.metric, one.value]));
    const titles = Object.fromEntries(
      metrics.map(({ metric }) => [metric, words.metric[metric]?.title ?? ""]),
    );
    for (const { file, href, head, rows } of tables) {
      const found = await download(href);
      expect(found.head.length).toBeGreaterThan(1);
      if (head.length > 0) expect.soft([page, file, ...found.head]).toEqual([page, file, ...head]);
      expect.soft([page, file, ...found.rows.slice(0, rows.length)]).toEqual([page, file, ...rows]);
      const list = new URLSearchParams(page.split("?")[1]).get("list") ?? "";
      const sums = sumFile(found, { file, list, titles });
      const wanted = Object.keys(sums).map((metric) => [metric, hundredths(figures[metric] ?? "")]);
      expect.soft([page, file, sums]).toEqual([page, file, Object.fromEntries(wanted)]);
      summed.push(...Object.keys(sums).map((metric) => `${file} ${metric}`));
    }
  }
  expect(new Set(summed).size).toBeGreaterThan(40);
});

test("the file of the overview's hours has the heads and the rows of its table", async () => {
  const { tables } = await readBoard(desk, "/merchant");
  expect(tables.map(({ file }) => file)).toEqual([hours]);
  for (const { href, head, rows } of tables) {
    const found = await download(href);
    expect([found.head, found.rows]).toEqual([head, rows]);
    expect(rows).toHaveLength(24);
  }
});

test("no file is left that nobody downloads: one that no page offers has heads and no rows", async () => {
  const folder = join(root, "app/merchant/(desk)/insights/csv/[table]");
  const registered = readdirSync(folder).flatMap((name) => {
    const source = readFileSync(join(folder, name), "utf8");
    return [...source.matchAll(/^ {2}"?([a-z-]+)"?: \{/gm)].map(([, table]) => table ?? "");
  });
  expect(registered.length).toBeGreaterThan(40);
  const seen = new Set([...shown.values()].flatMap(({ tables }) => tables.map(({ file }) => file)));
  for (const name of registered.filter((one) => one !== hours && !seen.has(one))) {
    const { head, rows } = await readFile(desk, `${insights}/csv/${name}?${query}`);
    expect([name, head.length > 1, rows]).toEqual([name, true, []]);
  }
});
