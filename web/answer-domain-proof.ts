import type { IncomingMessage, ServerResponse } from "node:http";
import { merchantOfHost } from "@/features/merchants/gate";
import { getDomainProof } from "@/features/merchants/queries/get-domain-proof";
import { inMerchant } from "@/lib/db/in-merchant";

const proofPath = /^\/(MP_verify_[A-Za-z0-9]{1,64}\.txt)$/;

/** Is this a file that WeChat asks for at the root of a domain? */
export function isDomainProof(path: string): boolean {
  return proofPath.test(path);
}

/** Answers MP_verify_….txt with what the merchant entered for this file name. */
export async function answerDomainProof(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  const fileName = proofPath.exec(path)?.[1] ?? "";
  const shop = await merchantOfHost(request.headers.host ?? "");
  const proof =
    shop &&
    (await inMerchant(shop.merchantId, (tx) => getDomainProof(tx, shop.merchantId, fileName)));
  response.writeHead(proof ? 200 : 404, { "content-type": "text/plain; charset=utf-8" });
  response.end(proof ?? "not found");
}
