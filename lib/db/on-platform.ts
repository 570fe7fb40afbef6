import { prisma } from "@/lib/db/client";
import type { Prisma } from "@/prisma/generated/client";

/** The two tables that belong to no tenant: which merchants there are, and on which hosts they answer. */
export type PlatformTables = Pick<Prisma.TransactionClient, "merchant" | "merchantHost">;

/** Access to the platform tables only; everything else needs inMerchant. */
export function onPlatform(): PlatformTables {
  const { merchant, merchantHost } = prisma();
  return { merchant, merchantHost };
}

/** Is the database there and ready? For /readyz. */
export async function pingDatabase(): Promise<boolean> {
  return prisma().$queryRaw`select 1`.then(() => true).catch(() => false);
}
