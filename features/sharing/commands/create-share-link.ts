import type { CustomerScope } from "@/features/customers/schema";
import { findParentLink } from "@/features/sharing/queries/find-parent-link";
import { findShareTarget } from "@/features/sharing/queries/find-share-target";
import { type ShareChannel, type ShareTarget, shareCodeLength } from "@/features/sharing/schema";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";
import { type RandomBytes, randomCode } from "@/lib/ids/random-code";

/** A collision of two random codes is a matter of 10^-9; three in a row are not chance. */
const maxDraws = 3;

export type CreatedShareLink =
  | { ok: true; linkId: string; code: string }
  | { ok: false; reason: "target_gone" | "link_revoked" };

/**
 * The sharer's own link to a target on a channel, created when it is asked for first. However many ask
 * at once, the unique key leaves one, and all get it.
 */
export async function createShareLink(
  sharer: CustomerScope,
  input: { target: ShareTarget; channel: ShareChannel },
  at: { now: Date; random: RandomBytes },
): Promise<CreatedShareLink> {
  const { merchantId, customerId } = sharer;
  const { target, channel } = input;
  return inMerchant(merchantId, async (tx) => {
    const targetId = await findShareTarget(tx, merchantId, target);
    if (!targetId) return { ok: false, reason: "target_gone" };
    const key = {
      merchantId,
      sharerCustomerId: customerId,
      targetKind: target.kind,
      targetId,
      channel,
    };
    const known = await find(tx, key);
    if (known) return known;
    const parentLinkId = await findParentLink(tx, { merchantId, customerId });
    for (let draw = 0; draw < maxDraws; draw += 1) {
      const code = randomCode(shareCodeLength, at.random);
      await tx.shareLink.createMany({
        data: [{ ...key, id: newId(), code, parentLinkId, createdAt: at.now }],
        skipDuplicates: true,
      });
      // Ours or a rival's; nothing at all means that the code was another link's.
      const link = await find(tx, key);
      if (link) return link;
    }
    throw new Error("share codes collide");
  });
}

async function find(
  tx: MerchantTx,
  key: {
    merchantId: string;
    sharerCustomerId: string;
    targetKind: ShareTarget["kind"];
    targetId: string;
    channel: ShareChannel;
  },
): Promise<CreatedShareLink | null> {
  const link = await tx.shareLink.findFirst({ where: key });
  if (!link) return null;
  if (link.revokedAt) return { ok: false, reason: "link_revoked" };
  return { ok: true, linkId: link.id, code: link.code };
}
