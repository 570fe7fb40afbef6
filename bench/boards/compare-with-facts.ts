import { readFileSync } from "node:fs";
import { join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import { asOwner } from "@/bench/checkout/two-databases";
import type { FilledShop } from "@/bench/generator/filled-shop";
import type { Measures } from "@/domain/metrics/measures";
import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { DayWindow } from "@/domain/metrics/window";
import { listSlices } from "@/features/insights/queries/list-slices";
import { readMeasures } from "@/features/insights/queries/read-measures";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";

export type FactFigures = {
  question: string;
  days: string;
  rollUpMs: number;
  factsMs: number;
  isEqual: boolean;
};

type Ask = (tx: MerchantTx, merchantId: string, window: DayWindow) => Promise<unknown>;

/** Each question's name is that of its plain query in facts/. */
const questions: Record<string, Ask> = {
  people: async (...asked) => {
    const { visitors, viewers, carters, checkouters, converted } = (await measure(...asked)).people;
    return [{ visitors, viewers, carters, checkouters, buyers: converted }];
  },
  sales: async (...asked) => {
    const { orders, units, grossFen, refundFen } = (await measure(...asked)).figures;
    return [{ orders, units, grossFen: String(grossFen), refundFen: String(refundFen) }];
  },
  "repeat-buyers": async (...asked) => {
    const { repeatBuyers } = (await measure(...asked)).people;
    return [{ repeatBuyers }];
  },
  "product-units": async (tx, merchantId, window) => {
    const asked = { merchantId, kind: "product", window, order: "units", limit: 1_000 } as const;
    return (await listSlices(tx, asked))
      .map(({ key, figures }) => ({ key, units: figures.units }))
      .filter(({ units }) => units > 0);
  },
};

async function measure(tx: MerchantTx, merchantId: string, window: DayWindow): Promise<Measures> {
  const slice = { kind: "all", key: "" } as const;
  const [measures] = await readMeasures(tx, { merchantId, slice, windows: [window] });
  if (!measures) throw new Error("a window without measures");
  return measures;
}

/** Asks the roll-ups and, by plain queries, the facts; the second answer of each is timed. */
export async function compareWithFacts(
  shop: FilledShop,
  days: string,
  window: DayWindow,
): Promise<FactFigures[]> {
  const merchantId = authorizeMerchantId(shop.merchantId);
  const figures: FactFigures[] = [];
  for (const [question, ask] of Object.entries(questions)) {
    const rolled = await second(() => inMerchant(merchantId, (tx) => ask(tx, merchantId, window)));
    const plain = await second(() => askFacts(shop, question, window));
    figures.push({
      question,
      days,
      rollUpMs: rolled.ms,
      factsMs: plain.ms,
      isEqual: isDeepStrictEqual(sorted(rolled.rows), sorted(plain.rows)),
    });
  }
  return figures;
}

async function askFacts(shop: FilledShop, question: string, window: DayWindow): Promise<unknown> {
  const sql = readFileSync(join(import.meta.dirname, `facts/${question}.sql`), "utf8");
  const [from, until] = [shanghaiDayRange(window.from).from, shanghaiDayRange(window.to).from];
  return asOwner(shop.ownerUrl, async (client) => {
    await client.query("set work_mem = '96MB'");
    return (await client.query(sql, [shop.merchantId, from, until])).rows;
  });
}

async function second<T>(ask: () => Promise<T>): Promise<{ rows: T; ms: number }> {
  await ask();
  const begin = performance.now();
  const rows = await ask();
  return { rows, ms: Math.round((performance.now() - begin) * 10) / 10 };
}

function sorted(rows: unknown): string[] {
  return Array.isArray(rows) ? rows.map((row) => JSON.stringify(row)).sort() : [];
}
