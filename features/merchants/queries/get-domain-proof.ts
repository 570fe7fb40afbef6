import { z } from "zod";
import type { MerchantTx } from "@/lib/db/in-merchant";

const proofsSchema = z.record(z.string(), z.string());

/**
 * The content of a file by which WeChat checks that a domain is the merchant's, or null.
 * @param fileName MP_verify_….txt
 */
export async function getDomainProof(
  tx: MerchantTx,
  merchantId: string,
  fileName: string,
): Promise<string | null> {
  const row = await tx.merchantWechat.findUnique({
    where: { merchantId },
    select: { domainProofs: true },
  });
  const proofs = proofsSchema.safeParse(row?.domainProofs ?? {});
  return proofs.success ? (proofs.data[fileName] ?? null) : null;
}
