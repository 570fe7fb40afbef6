import type { MerchantTx } from "@/lib/db/in-merchant";
import { seal, unseal } from "@/lib/secrets/seal";
import type { FetchedToken } from "@/lib/wechat/tokens/fetch-tokens";

export type TokenKind = "access_token" | "jsapi_ticket";

/**
 * WeChat renews an access token five minutes early, and both work meanwhile. A ticket is the same
 * until it ends: asking much earlier would only repeat the question.
 */
const renewBeforeMs = { access_token: 300_000, jsapi_ticket: 10_000 } satisfies Record<
  TokenKind,
  number
>;

/** @returns the token that all processes share, or null when there is none or it is about to end */
export async function readToken(
  tx: MerchantTx,
  input: { merchantId: string; kind: TokenKind; now: Date },
): Promise<string | null> {
  const { merchantId, kind, now } = input;
  const row = await tx.wechatToken.findUnique({
    where: { merchantId_kind: { merchantId, kind } },
  });
  if (!row || row.expiresAt.getTime() - now.getTime() < renewBeforeMs[kind]) return null;
  return unseal(row.valueSealed, kind);
}

/**
 * Keeps a fetched token. The upsert locks the row, and of two processes that fetched at once the one
 * whose token lives longer wins, whichever writes last.
 */
export async function writeToken(
  tx: MerchantTx,
  input: { merchantId: string; kind: TokenKind; token: FetchedToken; now: Date },
): Promise<void> {
  const { merchantId, kind, token, now } = input;
  const expiresAt = new Date(now.getTime() + token.expiresInMs);
  await tx.$executeRaw`
    insert into wechat_token (merchant_id, kind, value_sealed, expires_at)
    values (${merchantId}::uuid, ${kind}::wechat_token_kind, ${seal(token.value, kind)}, ${expiresAt})
    on conflict (merchant_id, kind) do update
      set value_sealed = excluded.value_sealed, expires_at = excluded.expires_at
      where wechat_token.expires_at <= excluded.expires_at`;
}

/** Forgets a token that WeChat refused; another process may have replaced it already. */
export async function dropToken(
  tx: MerchantTx,
  input: { merchantId: string; kind: TokenKind; value: string },
): Promise<void> {
  const { merchantId, kind, value } = input;
  const [row] = await tx.$queryRaw<{ value_sealed: string }[]>`
    select value_sealed from wechat_token
    where merchant_id = ${merchantId}::uuid and kind = ${kind}::wechat_token_kind for update`;
  if (row && unseal(row.value_sealed, kind) === value) {
    await tx.wechatToken.deleteMany({ where: { merchantId, kind } });
  }
}
