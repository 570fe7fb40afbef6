import { v4 } from "uuid";
import type { TestMerchant } from "@/e2e/database";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const since = new Date("2026-01-01T00:00:00.000Z");

/** A further customer with one browser of their own. */
export async function addCustomer(
  { merchantId }: TestMerchant,
  nickname = "",
): Promise<{ customerId: string; visitorId: string }> {
  const [customerId, visitorId] = [newId(), v4()];
  await inMerchant(merchantId, async (tx) => {
    await tx.customer.create({ data: { merchantId, id: customerId, nickname, createdAt: since } });
    await tx.visitor.create({
      data: { merchantId, id: visitorId, customerId, firstSeenAt: since, joinedAt: since },
    });
  });
  return { customerId, visitorId };
}

/** A further browser, joined to a customer where one is given. */
export async function addVisitor(
  { merchantId }: TestMerchant,
  joined?: { customerId: string; joinedAt: Date },
): Promise<string> {
  const id = v4();
  await inMerchant(merchantId, (tx) =>
    tx.visitor.create({ data: { merchantId, id, firstSeenAt: since, ...joined } }),
  );
  return id;
}

/** A further approved distributor. */
export async function addDistributor(
  merchant: TestMerchant,
  over: { customerId?: string; parentDistributorId?: string; gradeId?: string } = {},
): Promise<{ customerId: string; distributorId: string }> {
  const { merchantId } = merchant;
  const customerId = over.customerId ?? (await addCustomer(merchant)).customerId;
  const distributorId = newId();
  await inMerchant(merchantId, (tx) =>
    tx.distributor.create({
      data: {
        merchantId,
        id: distributorId,
        customerId,
        status: "approved",
        displayName: `Distributor ${distributorId.slice(-4)}`,
        parentDistributorId: over.parentDistributorId ?? null,
        gradeId: over.gradeId ?? null,
        appliedAt: since,
        decidedAt: since,
      },
    }),
  );
  return { customerId, distributorId };
}

/** A customer's share link to the shop, reached through `parentLinkId` where it is given. */
export async function addLink(
  { merchantId }: TestMerchant,
  sharerCustomerId: string,
  parentLinkId?: string,
): Promise<string> {
  const id = newId();
  await inMerchant(merchantId, (tx) =>
    tx.shareLink.create({
      data: {
        merchantId,
        id,
        code: id,
        sharerCustomerId,
        targetKind: "product",
        targetId: newId(),
        channel: "card",
        parentLinkId: parentLinkId ?? null,
        createdAt: since,
      },
    }),
  );
  return id;
}

/** A browser opens a link. */
export async function addClick(
  { merchantId }: TestMerchant,
  click: { linkId: string; visitorId: string; clickedAt: Date },
): Promise<string> {
  const id = newId();
  await inMerchant(merchantId, (tx) =>
    tx.shareClick.create({ data: { merchantId, id, ...click } }),
  );
  return id;
}
