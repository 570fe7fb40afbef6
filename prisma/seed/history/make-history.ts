import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import type { SeedSku } from "@/prisma/seed/catalogue/seed-product";
import { dayMs } from "@/prisma/seed/history/calendar";
import type { Casting } from "@/prisma/seed/history/casting";
import { outlineOf, type Scale } from "@/prisma/seed/history/outline";
import { performDeeds } from "@/prisma/seed/history/perform-deeds";
import { planHistory } from "@/prisma/seed/history/plan-history";
import { openingStockOf } from "@/prisma/seed/history/plan-stock";
import { newStage } from "@/prisma/seed/history/stage";
import type { PlayedWechat, WechatAccount } from "@/prisma/seed/play-wechat";
import { addPictures } from "@/prisma/seed/shops/add-pictures";
import type { DemoShop } from "@/prisma/seed/shops/demo-shop";
import { fillCatalogue } from "@/prisma/seed/shops/fill-catalogue";
import { openShop } from "@/prisma/seed/shops/open-shop";
import { addGrades } from "@/prisma/seed/shops/put-in-grade";
import { setRules } from "@/prisma/seed/shops/set-rules";

/** One sentence in so many milliseconds. */
const sayEveryMs = 5_000;

/** Opens a shop and lets its history happen. */
export async function makeHistory(
  shop: { demo: DemoShop; casting: Casting; scale: Scale; account: WechatAccount },
  how: {
    log: (sentence: string) => void;
    publicOrigin: string;
    demoPassword: string;
    now: Date;
    seed: string;
    pictures: boolean;
    wechat: PlayedWechat;
  },
): Promise<void> {
  const { demo, casting, scale, account } = shop;
  const { log, now, seed, wechat } = how;
  const { name, slug } = demo.seed;
  const openedAt = new Date(now.getTime() - (scale.days + 1) * dayMs);
  log(`${name}: opening the shop.`);
  const open = await openShop(demo, account, { ...how, now: openedAt });
  const pictures = how.pictures ? await addPictures(open, openedAt) : new Map<string, string>();
  const stockOf = (sku: SeedSku) => openingStockOf(casting.scarce, sku);
  const offers = await fillCatalogue(open, { pictures, openingStockOf: stockOf, now: openedAt });
  await addGrades(open.merchantId, demo.grades);
  await setRules(open, demo.rules, openedAt);
  const plan = planHistory(outlineOf({ slug, seed, now, scale, offers }), demo, casting);
  const stage = newStage(open, `${seed}:${slug}`, { wechat, staffPassword: how.demoPassword });
  let saidMs = Date.now();
  await performDeeds(stage, plan, (done, { atMs }) => {
    if (Date.now() - saidMs < sayEveryMs) return;
    saidMs = Date.now();
    log(`${name}: ${shanghaiDay(new Date(atMs))}, ${done} of ${plan.length} steps.`);
  });
  await sealAll(open.merchantId);
  log(`${name}: ${stage.customers.size} customers, ${stage.orders.size} orders.`);
}

async function sealAll(merchantId: AuthorizedMerchantId): Promise<void> {
  while ((await sealAuditEntries(merchantId)).sealed > 0);
}
