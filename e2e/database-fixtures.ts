import { PrismaPg } from "@prisma/adapter-pg";
import { v4 } from "uuid";
import { LABOUR_INCOME_RULE_2019 } from "@/domain/tax/tax-rule";
import { writeTerms } from "@/domain/tax/write-terms";
import { testSecret } from "@/e2e/database-secret";
import { newId } from "@/lib/ids/new-id";
import { type Prisma, PrismaClient } from "@/prisma/generated/client";
import { setSettings } from "@/scripts/database/process-settings";
import type { ApplicationAccount, SandboxAccount } from "@/wechat-sandbox/account";
import { createSandboxAccount } from "@/wechat-sandbox/create-account";
import { openidFor } from "@/wechat-sandbox/openid";

/** One customer: `sandboxUserId` is the WeChat user of the sandbox whose openid is stored. */
export type TestCustomer = {
  customerId: string;
  visitorId: string;
  openId: string;
  sandboxUserId: string;
};

/** What the template holds of one merchant, as testMerchants hands it out. */
export type FixtureMerchant = {
  merchantId: string;
  host: string;
  ownerId: string;
  categoryId: string;
  productIds: [string, string];
  /** The first two belong to the two products, the third is another of the first product. */
  skuIds: [string, string, string];
  buyer: TestCustomer & { addressId: string };
  level1: TestCustomer & { distributorId: string };
  level2: TestCustomer & { distributorId: string };
  wechat: SandboxAccount;
  wechatCredentials: ApplicationAccount;
};

const since = new Date("2026-01-01T00:00:00.000Z");
const unitPricesFen = [9_900n, 12_800n, 19_900n] as const;

/** Writes both merchants into a migrated, empty database, and a table that says which ids they got. */
export async function writeFixtures(superuserUrl: string): Promise<void> {
  setSettings({ DATABASE_URL: superuserUrl, RENHE_SECRET: testSecret });
  const db = new PrismaClient({ adapter: new PrismaPg({ connectionString: superuserUrl }) });
  try {
    const merchants = {
      a: await db.$transaction((tx) => writeMerchant(tx, "a", "localhost")),
      b: await db.$transaction((tx) => writeMerchant(tx, "b", "tea.localhost")),
    };
    await db.$executeRaw`create schema testing`;
    await db.$executeRaw`create table testing.fixture (merchants jsonb not null)`;
    await db.$executeRaw`insert into testing.fixture values (${JSON.stringify(merchants)}::jsonb)`;
  } finally {
    await db.$disconnect();
  }
}

async function writeMerchant(
  tx: Prisma.TransactionClient,
  slug: string,
  host: string,
): Promise<FixtureMerchant> {
  const merchantId = newId();
  const ownerId = newId();
  const { sandboxSide, applicationSide } = createSandboxAccount({
    name: `Merchant ${slug}`,
    domains: [host],
  });
  await tx.merchant.create({
    data: { id: merchantId, slug, name: `Merchant ${slug}`, createdAt: since },
  });
  await tx.merchantHost.create({ data: { host, merchantId, isPrimary: true } });
  await tx.merchantProfile.create({ data: { merchantId, name: `Merchant ${slug}` } });
  await tx.staff.create({
    data: {
      merchantId,
      id: ownerId,
      email: `owner@${slug}.test`,
      name: "Owner",
      role: "owner",
      passwordHash: "nobody signs in with this",
      createdAt: since,
    },
  });
  await tx.merchantPolicy.create({
    data: {
      merchantId,
      version: 1,
      level2Enabled: true,
      level2ConfirmedBy: ownerId,
      createdAt: since,
    },
  });
  const { validFrom, terms, ...rule } = LABOUR_INCOME_RULE_2019;
  await tx.taxRule.create({
    data: {
      ...rule,
      merchantId,
      validFrom: new Date(validFrom),
      validUntil: null,
      terms: writeTerms(terms),
      createdAt: since,
    },
  });
  await writeCredentials(tx, merchantId, applicationSide);
  const appId = applicationSide.appId;
  const [buyer, first, second] = [
    await writeCustomer(tx, merchantId, appId, `${slug}-buyer`),
    await writeCustomer(tx, merchantId, appId, `${slug}-level1`),
    await writeCustomer(tx, merchantId, appId, `${slug}-level2`),
  ];
  const level2 = await writeDistributor(tx, merchantId, second, null);
  const level1 = await writeDistributor(tx, merchantId, first, level2.distributorId);
  return {
    merchantId,
    host,
    ownerId,
    ...(await writeProducts(tx, merchantId)),
    buyer: { ...buyer, addressId: await writeAddress(tx, merchantId, buyer.customerId) },
    level1,
    level2,
    wechat: sandboxSide,
    wechatCredentials: applicationSide,
  };
}

async function writeCredentials(
  tx: Prisma.TransactionClient,
  merchantId: string,
  account: ApplicationAccount,
): Promise<void> {
  // Imported late: sealing reads the secret when it is loaded.
  const { sealWechatCredentials } = await import("@/lib/wechat/credentials");
  await tx.merchantWechat.create({
    data: { merchantId, ...sealWechatCredentials(merchantId, account) },
  });
}

async function writeCustomer(
  tx: Prisma.TransactionClient,
  merchantId: string,
  appId: string,
  sandboxUserId: string,
): Promise<TestCustomer> {
  const [customerId, visitorId] = [newId(), v4()];
  const openId = openidFor(appId, sandboxUserId);
  await tx.customer.create({
    data: { merchantId, id: customerId, nickname: sandboxUserId, createdAt: since },
  });
  await tx.wechatIdentity.create({
    data: { merchantId, appId, openId, customerId, createdAt: since },
  });
  await tx.visitor.create({
    data: { merchantId, id: visitorId, customerId, firstSeenAt: since, joinedAt: since },
  });
  return { customerId, visitorId, openId, sandboxUserId };
}

async function writeDistributor(
  tx: Prisma.TransactionClient,
  merchantId: string,
  customer: TestCustomer,
  parentDistributorId: string | null,
): Promise<TestCustomer & { distributorId: string }> {
  const distributorId = newId();
  await tx.distributor.create({
    data: {
      merchantId,
      id: distributorId,
      customerId: customer.customerId,
      parentDistributorId,
      status: "approved",
      displayName: customer.sandboxUserId,
      appliedAt: since,
      decidedAt: since,
    },
  });
  return { ...customer, distributorId };
}

async function writeAddress(
  tx: Prisma.TransactionClient,
  merchantId: string,
  customerId: string,
): Promise<string> {
  const id = newId();
  await tx.address.create({
    data: {
      merchantId,
      id,
      customerId,
      receiverName: "王小满",
      phone: "13800138000",
      regionCode: "330106",
      province: "浙江省",
      city: "杭州市",
      district: "西湖区",
      detail: "文三路 1 号",
      isDefault: true,
      createdAt: since,
    },
  });
  return id;
}

async function writeProducts(
  tx: Prisma.TransactionClient,
  merchantId: string,
): Promise<Pick<FixtureMerchant, "categoryId" | "productIds" | "skuIds">> {
  const categoryId = newId();
  await tx.category.create({ data: { merchantId, id: categoryId, slug: "all", name: "全部" } });
  const productIds: [string, string] = [newId(), newId()];
  await tx.product.createMany({
    data: productIds.map((id, position) => ({
      merchantId,
      id,
      slug: `product-${position + 1}`,
      title: `粽子 ${position + 1}`,
      status: "active" as const,
      categoryId,
      position,
      createdAt: since,
      updatedAt: since,
    })),
  });
  const skuIds: [string, string, string] = [newId(), newId(), newId()];
  await tx.sku.createMany({
    data: unitPricesFen.map((unitPriceFen, index) => ({
      merchantId,
      id: skuIds[index] ?? "",
      productId: productIds[index % 2] ?? "",
      code: `SKU-${index + 1}`,
      optionName: `${index + 1} 号装`,
      unitPriceFen,
      costFen: unitPriceFen / 2n,
      weightGrams: 500,
      position: index,
    })),
  });
  // As many as each is worth half of its price, so that the cost of what is sold is known.
  const stocks = skuIds.map((skuId, index) => ({
    merchantId,
    skuId,
    valueFen: ((unitPricesFen[index] ?? 0n) / 2n) * 100n,
  }));
  await tx.stock.createMany({ data: stocks.map((stock) => ({ ...stock, onHand: 100 })) });
  await tx.stockMovement.createMany({
    data: stocks.map((stock) => ({
      ...stock,
      id: newId(),
      delta: 100,
      reason: "opening",
      referenceId: stock.skuId,
      createdAt: since,
    })),
  });
  return { categoryId, productIds, skuIds };
}
