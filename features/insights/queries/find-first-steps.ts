import type { MerchantTx } from "@/lib/db/in-merchant";

/** What a shop needs before its first sale by a distributor, and whether it has it. */
export type FirstSteps = {
  /** A product on sale. */
  goods: boolean;
  /** The account at WeChat, without which nobody signs in or pays. */
  wechat: boolean;
  /** A rule by which commission is promised. */
  rule: boolean;
  /** Somebody who may share for commission. */
  distributor: boolean;
};

/** The first steps of a shop that nobody has ordered from; null once there is an order. */
export async function findFirstSteps(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<FirstSteps | null> {
  const [row] = await tx.$queryRaw<(FirstSteps & { begun: boolean })[]>`
    select
      exists (select from orders where merchant_id = ${merchantId}::uuid) as begun,
      exists (select from product
        where merchant_id = ${merchantId}::uuid and status = 'active') as goods,
      exists (select from merchant_wechat where merchant_id = ${merchantId}::uuid) as wechat,
      exists (select from commission_rule where merchant_id = ${merchantId}::uuid) as rule,
      exists (select from distributor
        where merchant_id = ${merchantId}::uuid and status = 'approved') as distributor`;
  if (row === undefined) throw new Error("a question without a row");
  const { begun, ...steps } = row;
  return begun ? null : steps;
}
