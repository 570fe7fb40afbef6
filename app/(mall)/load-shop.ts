import { cache } from "react";
import type { PictureView } from "@/components/phone/picture";
import { findPicture } from "@/features/catalogue/queries/find-picture";
import { type MerchantScope, requireMerchant } from "@/features/merchants/gate";
import { getProfile } from "@/features/merchants/queries/get-profile";
import type { MerchantProfileView } from "@/features/merchants/schema";
import { inMerchant } from "@/lib/db/in-merchant";

export type Shop = MerchantScope & {
  profile: MerchantProfileView;
  banner: PictureView | null;
};

/** The shop that a mall page belongs to; an unknown host is a 404. Asked once per rendering. */
export const loadShop = cache(async (host: string): Promise<Shop> => {
  const scope = await requireMerchant(host);
  const { merchantId } = scope;
  return inMerchant(merchantId, async (tx) => {
    const profile = await getProfile(tx, merchantId);
    const { bannerPictureId: pictureId, name: alt } = profile;
    const banner = await findPicture(tx, { merchantId, pictureId, alt });
    return { ...scope, profile, banner };
  });
});
