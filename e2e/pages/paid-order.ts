import { expect } from "@playwright/test";
import { browserInstance } from "@/e2e/browser-instance";
import { behind } from "@/e2e/pages/behind";
import { newWechatUser } from "@/e2e/pages/wechat-users";
import { ask, sendTo } from "@/e2e/routes/ask";
import { customerCookie } from "@/e2e/routes/sign-in-by-http";

/** What of which option, by its code. */
export type WantedGoods = { skuCode: string; quantity: number };

/** An order as paid, with the Cookie header of who paid it. */
export type PaidOrder = { orderNo: string; payableFen: bigint; cookie: string };

const receiver = {
  addressId: null,
  receiverName: "沈月白",
  phone: "13812345678",
  regionCode: "330106",
  detail: "文三路 88 号 3 幢 502 室",
};

/**
 * Has somebody new come over a friend's link, order and pay, through the phone's own addresses: for
 * journeys that are about what comes after.
 * @param shareCode whose friend the buyer is
 */
export async function payForOrder(
  nickname: string,
  { shareCode, goods }: { shareCode: string; goods: readonly WantedGoods[] },
): Promise<PaidOrder> {
  const user = await newWechatUser(nickname);
  const cookie = await customerCookie(user);
  const tell = async (path: string, content: unknown) => {
    const answer = await sendTo(path, content, { cookie });
    expect([path, answer.status, answer.body]).toEqual([path, 200, expect.anything()]);
    return JSON.parse(answer.body);
  };
  expect((await ask(`/s/${shareCode}`, { cookie })).status).toBe(200);
  const { addressId } = await tell("/api/mall/addresses", receiver);
  const lines = await readOptions(goods);
  const { payableFen } = await tell("/api/mall/checkout/quote", { lines, addressId });
  const { orderNo } = await tell("/api/mall/checkout", {
    lines,
    addressId,
    note: "",
    idempotencyKey: crypto.randomUUID(),
    seenPayableFen: payableFen,
    fromCart: false,
  });
  const { params } = await tell(`/api/mall/orders/${orderNo}/pay`, {});
  await payAtWechat(params.package.replace("prepay_id=", ""), user);
  await awaitPaid(orderNo);
  return { orderNo, payableFen: BigInt(payableFen), cookie };
}

async function readOptions(goods: readonly WantedGoods[]) {
  const { rows } = await behind(
    `select k.code, k.id, k.unit_price_fen from sku k
     join merchant_host h on h.merchant_id = k.merchant_id and h.host = 'localhost'
     where k.code = any($1)`,
    [goods.map(({ skuCode }) => skuCode)],
  );
  return goods.map(({ skuCode, quantity }) => {
    const sku = rows.find(({ code }) => code === skuCode);
    return { skuId: sku.id, quantity, seenUnitPriceFen: sku.unit_price_fen };
  });
}

async function payAtWechat(prepayId: string, user: string): Promise<void> {
  const answer = await fetch(`${browserInstance().sandboxUrl}/sandbox/pay`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ prepay_id: prepayId, user }),
  });
  expect(answer.status).toBe(200);
}

/** WeChat's notification is on its way. */
async function awaitPaid(orderNo: string): Promise<void> {
  const state = async () => {
    const { rows } = await behind("select state from orders where order_no = $1", [orderNo]);
    return rows[0].state;
  };
  await expect.poll(state, { timeout: 20_000 }).toBe("paid");
}

/** A link of a distributor to a whole shop, as in hand. */
export async function shopLinkOf(displayName: string): Promise<string> {
  const { rows } = await behind(
    `select l.code from share_link l
     join distributor d on d.merchant_id = l.merchant_id and d.customer_id = l.sharer_customer_id
     where d.display_name = $1 and l.revoked_at is null and l.target_kind = 'shop'
     order by l.created_at limit 1`,
    [displayName],
  );
  return rows[0].code;
}
