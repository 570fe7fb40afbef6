import { testMerchants } from "@/e2e/database";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { disconnectDatabase } from "@/lib/db/client";
import { secureRandom } from "@/lib/ids/random-code";

/** A distributor's link to the first product of the shop at localhost. @returns its code */
export async function createLandingLink(): Promise<string> {
  const { a } = await testMerchants();
  const sharer = a.scope(a.level1.customerId);
  const input = { target: { kind: "product", slug: "product-1" }, channel: "qr" } as const;
  const link = await createShareLink(sharer, input, { now: new Date(), random: secureRandom });
  await disconnectDatabase();
  if (!link.ok) throw new Error(link.reason);
  return link.code;
}
