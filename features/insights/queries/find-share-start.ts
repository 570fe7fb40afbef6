import { listSharePeople, type SharePerson } from "@/features/insights/queries/list-share-people";
import type { MerchantTx } from "@/lib/db/in-merchant";

type ShareStartLink = {
  linkId: string;
  code: string;
  channel: "card" | "qr" | "poster" | "offline";
  targetKind: "shop" | "product" | "category" | "scene";
  sharerId: string;
};

/** Where a look at the share tree begins. */
export type ShareStart =
  | { kind: "person"; person: SharePerson }
  | { kind: "link"; link: ShareStartLink }
  | { kind: "forest" };

export type AskedStart = { personId: string } | { linkId: string } | null;

/** The person or link that an address names; null for what this merchant has not in the tree. */
export async function findShareStart(
  tx: MerchantTx,
  { merchantId, start }: { merchantId: string; start: AskedStart },
): Promise<ShareStart | null> {
  if (!start) return { kind: "forest" };
  if ("personId" in start) {
    const [person] = await listSharePeople(tx, { merchantId, where: start, limit: 1 });
    if (person) return { kind: "person", person };
    const alone = await findAlone(tx, merchantId, start.personId);
    return alone && { kind: "person", person: alone };
  }
  const link = await tx.shareLink.findUnique({
    where: { merchantId_id: { merchantId, id: start.linkId } },
    select: { id: true, code: true, channel: true, targetKind: true, sharerCustomerId: true },
  });
  if (!link) return null;
  const { id: linkId, code, channel, targetKind, sharerCustomerId: sharerId } = link;
  return { kind: "link", link: { linkId, code, channel, targetKind, sharerId } };
}

/** A customer who brought nobody and whom nobody brought: a tree of one. */
async function findAlone(
  tx: MerchantTx,
  merchantId: string,
  personId: string,
): Promise<SharePerson | null> {
  const customer = await tx.customer.findUnique({
    where: { merchantId_id: { merchantId, id: personId } },
    select: { nickname: true },
  });
  return (
    customer && {
      personId,
      name: customer.nickname,
      isCustomer: true,
      distributorId: null,
      parentId: null,
      broughtAt: null,
      depth: 0,
      children: 0,
      orders: 0,
      netFen: 0n,
      belowHops: 0,
      belowPeople: 0,
      belowOrders: 0,
      belowFen: 0n,
    }
  );
}
