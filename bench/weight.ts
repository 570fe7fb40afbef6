import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { median } from "@/bench/landing/median";
import { startShop } from "@/bench/landing/start-shop";
import { type Visit, visitPage } from "@/bench/weight/visit-page";
import { findChromium } from "@/scripts/browser/find-chromium";
import { setSettings } from "@/scripts/database/process-settings";

const root = join(import.meta.dirname, "..");
const limits = { scriptRatio: 1.15, lcpRatio: 1.25, cls: 0.05 };
const rounds = 7;

/**
 * The product page's first load against the bare page with the same picture, from the same build on
 * the same slowed-down phone: gzipped JavaScript, largest contentful paint, layout shift. Alternating
 * visits, medians.
 */
const storage = mkdtempSync(join(tmpdir(), "renhe-weight-"));
setSettings({ STORAGE_DIR: storage });
const shop = await startShop(root);
try {
  const { placePicture } = await import("@/bench/weight/place-picture");
  const barePath = `/bare/${await placePicture()}`;
  const productPath = "/p/product-1";
  const { env, ...program } = await findChromium();
  // The browser inherits where its fonts and libraries lie.
  setSettings(env);
  const product: Visit[] = [];
  const bare: Visit[] = [];
  // The pages are rendered and the picture's sizes made before anything is measured.
  await visitPage(program, shop.url(productPath));
  await visitPage(program, shop.url(barePath));
  for (let round = 0; round < rounds; round += 1) {
    bare.push(await visitPage(program, shop.url(barePath)));
    product.push(await visitPage(program, shop.url(productPath)));
    console.log(
      `round ${round + 1}: bare ${bare.at(-1)?.lcpMs} ms, product ${product.at(-1)?.lcpMs} ms`,
    );
  }
  const middle = (visits: readonly Visit[], key: keyof Visit) =>
    median(visits.map((visit) => visit[key]));
  const ratio = (key: keyof Visit) =>
    Number((middle(product, key) / middle(bare, key)).toPrecision(3));
  const [scriptRatio, lcpRatio] = [ratio("scriptBytes"), ratio("lcpMs")];
  const cls = Math.max(...product.map((visit) => visit.cls));
  const result = {
    name: "weight",
    ok: scriptRatio <= limits.scriptRatio && lcpRatio <= limits.lcpRatio && cls <= limits.cls,
    limits,
    scriptRatio,
    productScriptBytes: middle(product, "scriptBytes"),
    bareScriptBytes: middle(bare, "scriptBytes"),
    lcpRatio,
    productLcpMs: middle(product, "lcpMs"),
    bareLcpMs: middle(bare, "lcpMs"),
    cls,
    rounds,
  };
  console.log(JSON.stringify(result));
} finally {
  await shop.stop();
  rmSync(storage, { recursive: true, force: true });
}
