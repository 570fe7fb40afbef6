import { Prisma } from "@/prisma/generated/client";

/** Joins a sale or refund `s` to its slices other than its products: whole shop, channel, distributor, province. */
export const slicesOfOrder = Prisma.sql`
  cross join lateral (values ('all'::slice_kind, ''), ('channel', s.channel),
    ('distributor', s.distributor::text), ('region', s.region)) k (kind, key)`;
