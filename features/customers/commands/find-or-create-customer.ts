import type { MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

/**
 * The customer behind a WeChat identity, created at the first sign-in. Two first sign-ins at once end
 * with one customer: the identity's key decides, and the loser's row is taken back.
 * @param input.wechatOpenId of a real user, never of a snapshot page
 */
export async function findOrCreateCustomer(
  tx: MerchantTx,
  input: {
    merchantId: string;
    appId: string;
    wechatOpenId: string;
    wechatUnionId: string | null;
    now: Date;
  },
): Promise<string> {
  const { merchantId, appId, wechatOpenId: openId, wechatUnionId: unionId, now } = input;
  const key = { merchantId_appId_openId: { merchantId, appId, openId } };
  const known = await tx.wechatIdentity.findUnique({ where: key });
  if (known) {
    if (unionId && known.unionId !== unionId) {
      await tx.wechatIdentity.update({ where: key, data: { unionId } });
    }
    return known.customerId;
  }
  const customerId = newId();
  await tx.customer.create({ data: { merchantId, id: customerId, createdAt: now } });
  const added = await tx.wechatIdentity.createMany({
    data: [{ merchantId, appId, openId, unionId, customerId, createdAt: now }],
    skipDuplicates: true,
  });
  if (added.count === 1) return customerId;
  await tx.customer.delete({ where: { merchantId_id: { merchantId, id: customerId } } });
  return (await tx.wechatIdentity.findUniqueOrThrow({ where: key })).customerId;
}
