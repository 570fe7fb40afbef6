import { z } from "zod";
import type { MerchantTx } from "@/lib/db/in-merchant";

const rulesSchema = z.array(
  z.object({
    provinces: z.union([z.array(z.string()), z.literal("default")]),
    firstQuantity: z.number(),
    firstFen: z.string().transform(BigInt),
    nextQuantity: z.number(),
    nextFen: z.string().transform(BigInt),
    refused: z.boolean().optional(),
  }),
);

export type FreightTemplateView = {
  id: string;
  name: string;
  isDefault: boolean;
  freeFromFen: bigint | null;
  rules: z.infer<typeof rulesSchema>;
};

const maxTemplates = 50;

/** The merchant's freight templates, the default first. */
export async function listFreightTemplates(
  tx: MerchantTx,
  { merchantId }: { merchantId: string },
): Promise<FreightTemplateView[]> {
  const rows = await tx.freightTemplate.findMany({
    where: { merchantId },
    orderBy: [{ isDefault: "desc" }, { name: "asc" }],
    take: maxTemplates,
    omit: { merchantId: true },
  });
  return rows.map((row) => ({ ...row, rules: rulesSchema.catch([]).parse(row.rules) }));
}
