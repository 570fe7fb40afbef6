import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { addAddress, addFreeFreight, addRule } from "@/e2e/order-fixtures";
import { addClick, addCustomer, addDistributor, addLink } from "@/e2e/share-fixtures";
import { sealAuditEntries } from "@/features/audit/commands/seal-audit-entries";
import { bindFromClicks } from "@/features/bindings/commands/bind-from-clicks";
import { inMerchant } from "@/lib/db/in-merchant";

export type BenchBuyer = {
  customerId: string;
  addressId: string;
  bindingId: string;
  clickId: string;
  level1DistributorId: string;
  level2DistributorId: string;
};

export type BenchShop = { merchant: TestMerchant; buyers: BenchBuyer[]; ruleIds: [string, string] };

/** Enough that buyers rarely wait for each other's earlier order, as in a shop. */
const buyerCount = 64;
/** Pairs of a seller and who brought them: their accounts are where orders meet. */
const teamCount = 8;

/**
 * Makes merchant A of a test database a shop with 64 buyers, each bound to one of eight sellers by a
 * click, rules for both levels, and more stock than the measurement sells.
 */
export async function prepareShop(now: Date): Promise<BenchShop> {
  const { a: merchant } = await testMerchants();
  const { merchantId } = merchant;
  const earlier = new Date(now.getTime() - 86_400_000);
  await addFreeFreight(merchant);
  const ruleIds: [string, string] = [
    await addRule(merchant, { level: 1, rateBps: 1_000 }, earlier),
    await addRule(merchant, { level: 2, rateBps: 300 }, earlier),
  ];
  await addStock(merchant);
  const teams = await addTeams(merchant);
  const buyers: BenchBuyer[] = [];
  for (let index = 0; index < buyerCount; index += 1) {
    const team = teams[index % teamCount];
    if (!team) throw new Error("no team");
    const { customerId, visitorId } = await addCustomer(merchant);
    const { addressId } = await addAddress(merchant, customerId);
    const click = { linkId: team.linkId, visitorId, clickedAt: earlier };
    const clickId = await addClick(merchant, click);
    await inMerchant(merchantId, (tx) => bindFromClicks(tx, { merchantId, customerId, now }));
    const { id: bindingId } = await inMerchant(merchantId, (tx) =>
      tx.customerBinding.findFirstOrThrow({ where: { merchantId, customerId } }),
    );
    const { level1DistributorId, level2DistributorId } = team;
    buyers.push({
      customerId,
      addressId,
      bindingId,
      clickId,
      level1DistributorId,
      level2DistributorId,
    });
  }
  await sealAuditEntries(merchantId);
  return { merchant, buyers, ruleIds };
}

async function addTeams(merchant: TestMerchant) {
  const teams: { linkId: string; level1DistributorId: string; level2DistributorId: string }[] = [];
  for (let index = 0; index < teamCount; index += 1) {
    const above = await addDistributor(merchant);
    const seller = await addDistributor(merchant, { parentDistributorId: above.distributorId });
    teams.push({
      linkId: await addLink(merchant, seller.customerId),
      level1DistributorId: seller.distributorId,
      level2DistributorId: above.distributorId,
    });
  }
  return teams;
}

async function addStock({ merchantId, skuIds }: TestMerchant): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query(
      `insert into stock_movement (merchant_id, id, sku_id, delta, reason, reference_id, created_at)
       select $1, gen_random_uuid(), sku_id, 1000000, 'opening', gen_random_uuid(), now()
       from unnest($2::uuid[]) as sku_id`,
      [merchantId, skuIds],
    );
    await client.query(
      "update stock set on_hand = on_hand + 1000000 where merchant_id = $1 and sku_id = any($2)",
      [merchantId, skuIds],
    );
  });
}
