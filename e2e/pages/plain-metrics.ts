import { behind } from "@/e2e/pages/behind";
import { plainActivity } from "@/e2e/pages/plain-activity";
import { plainAnomalies } from "@/e2e/pages/plain-anomalies";
import {
  bestDistributor,
  plainDistributor,
  plainDistributors,
} from "@/e2e/pages/plain-distributors";
import { plainFacts } from "@/e2e/pages/plain-facts";
import { plainOutlook, plainPlan } from "@/e2e/pages/plain-forecast";
import type { PlainQuestions } from "@/e2e/pages/plain-forms";
import { plainMargin } from "@/e2e/pages/plain-margin";
import { plainPayouts } from "@/e2e/pages/plain-payouts";
import { plainDays, plainPeople } from "@/e2e/pages/plain-people";
import { plainRfm, plainYear } from "@/e2e/pages/plain-rfm";
import { plainSales } from "@/e2e/pages/plain-sales";
import { plainShareGraph } from "@/e2e/pages/plain-share-graph";
import { plainSpread, plainTree } from "@/e2e/pages/plain-spread";
import { plainShelves, plainStock } from "@/e2e/pages/plain-stock";
import { plainVoice } from "@/e2e/pages/plain-voice";

/** Days of Shanghai, the last one not among them. */
export type Days = { from: string; to: string };

const facts = [plainFacts, plainDays, plainTree, plainShelves, plainYear].join(",\n");

/** The plain question over the facts for each metric that a board shows of the whole shop. */
const ofTheShop: PlainQuestions = {
  ...plainSales,
  ...plainPeople,
  ...plainActivity,
  ...plainSpread,
  ...plainMargin,
  ...plainStock,
  ...plainVoice,
  ...plainPayouts,
  ...plainAnomalies,
  ...plainRfm,
  ...plainShareGraph,
  ...plainOutlook,
  newBuyers: plainDistributors.newBuyers ?? "",
};

const questions = {
  shop: ofTheShop,
  distributors: plainDistributors,
  /** Of the one that findDistributor names. */
  distributor: plainDistributor,
  /** The assumptions of a forecast, by the fields of its form. */
  plan: plainPlan,
};

/**
 * What the first shop's metrics are in these days, asked of the facts and not of what was rolled up.
 * @param names only these; names without a question are left out
 */
export async function askPlainMetrics(
  { from, to }: Days,
  of: keyof typeof questions = "shop",
  names = Object.keys(questions[of]),
): Promise<Record<string, string | null>> {
  const asked = Object.entries(questions[of]).filter(([name]) => names.includes(name));
  if (asked.length === 0) return {};
  const columns = asked.map(([name, sql]) => `${sql} as "${name}"`);
  const { rows } = await behind(`with recursive ${facts} select ${columns.join(",\n")}`, [
    await firstShop(),
    from,
    to,
  ]);
  return rows[0];
}

/** The rows of one plain table in these days, in no order. */
export async function askPlainRows(
  { from, to }: Days,
  { sql, columns }: { sql: string; columns: readonly number[] },
): Promise<string[][]> {
  const names = columns.map((at) => `c${at}`).join(", ");
  const { rows } = await behind(
    `with recursive ${facts} select * from (${sql}) as asked (${names})`,
    [await firstShop(), from, to],
  );
  return rows.map((row) => Object.values(row).map((cell) => String(cell ?? "")));
}

/** The first shop's distributor with most orders. */
export async function findDistributor(): Promise<string> {
  const { rows } = await behind(`with ${plainFacts} select ${bestDistributor} as id`, [
    await firstShop(),
  ]);
  return rows[0].id;
}

/** Waits for nothing: says whether the shop's roll-ups have caught up with its facts. */
export async function areRollUpsDone(): Promise<boolean> {
  const shop = await firstShop();
  const { rows } = await behind(
    `select not exists (select from rollup_dirty where merchant_id = $1)
      and exists (select from rollup_day where merchant_id = $1) as done`,
    [shop],
  );
  return rows[0].done;
}

/** The id of the first shop. */
export async function firstShop(): Promise<string> {
  const { rows } = await behind(
    "select merchant_id as id from merchant_host where host = 'localhost'",
  );
  return rows[0].id;
}
