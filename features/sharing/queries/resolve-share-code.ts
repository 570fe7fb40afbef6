import { isShareCode, type ShareTargetKind, targetPath } from "@/features/sharing/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";

export type ResolvedShareCode = {
  linkId: string;
  revoked: boolean;
  target: { kind: ShareTargetKind; slug: string };
  /** The page within the shop that the link leads to. */
  path: string;
};

type Row = {
  id: string;
  revoked: boolean;
  target_kind: ShareTargetKind;
  slug: string | null;
};

/** The link behind a code, in one statement; null for a code that this shop never gave out. */
export async function resolveShareCode(
  tx: MerchantTx,
  input: { merchantId: string; code: string },
): Promise<ResolvedShareCode | null> {
  const { merchantId, code } = input;
  if (!isShareCode(code)) return null;
  const [row] = await tx.$queryRaw<Row[]>`
    select link.id, link.revoked_at is not null as revoked, link.target_kind::text as target_kind,
      coalesce(product.slug, category.slug, scene.slug) as slug
    from share_link link
    left join product on link.target_kind = 'product'
      and product.merchant_id = link.merchant_id and product.id = link.target_id
    left join category on link.target_kind = 'category'
      and category.merchant_id = link.merchant_id and category.id = link.target_id
    left join scene on link.target_kind = 'scene'
      and scene.merchant_id = link.merchant_id and scene.id = link.target_id
    where link.merchant_id = ${merchantId}::uuid and link.code = ${code}`;
  if (!row) return null;
  // A category or scene that was removed: its friends still get to the shop.
  const target = row.slug
    ? { kind: row.target_kind, slug: row.slug }
    : { kind: "shop" as const, slug: "" };
  return { linkId: row.id, revoked: row.revoked, target, path: targetPath(target) };
}
