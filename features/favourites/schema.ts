import { z } from "zod";
import type { MerchantScope } from "@/features/merchants/schema";

/** Whose favourites: this browser's, and once somebody is signed in those of all their browsers. */
export type FavouriteOwner = Pick<MerchantScope, "merchantId"> & {
  visitorId: string;
  customerId: string | null;
};

export const setFavouriteSchema = z.strictObject({ isOn: z.boolean() });
