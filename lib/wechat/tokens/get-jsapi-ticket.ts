import type { Clock } from "@/lib/clock/now";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant } from "@/lib/db/in-merchant";
import { AppError } from "@/lib/errors/app-error";
import { fetchAccessToken, fetchJsapiTicket } from "@/lib/wechat/tokens/fetch-tokens";
import { dropToken, readToken, type TokenKind, writeToken } from "@/lib/wechat/tokens/stored-token";

type Account = { merchantId: AuthorizedMerchantId; appId: string; appSecret: string };

const underWay = new Map<string, Promise<string>>();

/**
 * The account's jsapi_ticket, shared by all processes through wechat_token. The network is asked
 * outside of transactions, and within one process once at a time per account.
 * @throws AppError("wechat_unavailable")
 */
export function getJsapiTicket(account: Account, clock: Clock): Promise<string> {
  const known = underWay.get(account.merchantId);
  if (known !== undefined) return known;
  const ticket = readOrFetch(account, clock).finally(() => underWay.delete(account.merchantId));
  underWay.set(account.merchantId, ticket);
  return ticket;
}

async function readOrFetch(account: Account, clock: Clock): Promise<string> {
  const stored = await read(account, "jsapi_ticket", clock);
  if (stored) return stored;
  const first = await accessToken(account, clock);
  let ticket = await fetchJsapiTicket(first);
  if (!ticket) {
    // 40001 although it looked fresh: somebody renewed the token elsewhere. Ask once more, not for ever.
    await inMerchant(account.merchantId, (tx) =>
      dropToken(tx, { merchantId: account.merchantId, kind: "access_token", value: first }),
    );
    ticket = await fetchJsapiTicket(await accessToken(account, clock));
  }
  if (!ticket) throw new AppError("wechat_unavailable", "access token refused twice");
  return keep(account, "jsapi_ticket", ticket, clock);
}

async function accessToken(account: Account, clock: Clock): Promise<string> {
  const stored = await read(account, "access_token", clock);
  return stored ?? keep(account, "access_token", await fetchAccessToken(account), clock);
}

function read(account: Account, kind: TokenKind, clock: Clock): Promise<string | null> {
  const { merchantId } = account;
  return inMerchant(merchantId, (tx) => readToken(tx, { merchantId, kind, now: clock() }));
}

async function keep(
  account: Account,
  kind: TokenKind,
  token: { value: string; expiresInMs: number },
  clock: Clock,
): Promise<string> {
  const { merchantId } = account;
  await inMerchant(merchantId, (tx) => writeToken(tx, { merchantId, kind, token, now: clock() }));
  return token.value;
}
