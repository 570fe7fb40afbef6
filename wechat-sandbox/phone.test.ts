import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assembleScript, BROWSER_SCRIPTS } from "./browser/assemble-script";
import { createSandboxAccount } from "./create-account";
import { signRsaSha256 } from "./crypto/rsa-signature";
import { openidFor } from "./openid";
import { type RunningSandbox, startSandbox } from "./start-sandbox";
import { callPay } from "./test-merchant";

const { sandboxSide, applicationSide: shop } = createSandboxAccount({
  name: "粽情端午",
  domains: ["localhost:3000"],
});
let running: RunningSandbox;
let number = 0;

beforeAll(async () => {
  running = await startSandbox({
    port: 0,
    dataDir: ":memory:",
    accounts: [sandboxSide],
    phoneCookies: ["mall_session", "mall_visitor"],
  });
  await post("/sandbox/users", { id: "mei", nickname: "小梅" });
  await post("/sandbox/users", { id: "lin", nickname: "<b>阿林" });
});
afterAll(() => running.close());

function post(path: string, body: unknown, user?: string): Promise<Response> {
  const headers = user ? { Cookie: `wxsandbox_user=${user}` } : undefined;
  const text = JSON.stringify(body);
  return fetch(`${running.url}${path}`, {
    method: "POST",
    body: text,
    ...(headers && { headers }),
  });
}

function page(path: string, user: string): Promise<Response> {
  const headers = { Cookie: `wxsandbox_user=${user}` };
  return fetch(`${running.url}${path}`, { headers, redirect: "manual" });
}

describe("switching users", () => {
  const take = (cookie: string, user: string) =>
    fetch(`${running.url}/sandbox/choose-user`, {
      method: "POST",
      redirect: "manual",
      headers: { Cookie: cookie },
      body: new URLSearchParams({ user, target: "/phone" }).toString(),
    }).then((response) => response.headers.getSetCookie());

  test("keeps each user's cookies of the mall and gives them back", async () => {
    const toLin = await take("wxsandbox_user=mei; mall_session=of-mei; other=stays", "lin");
    expect(toLin.find((cookie) => cookie.startsWith("mall_session="))).toContain("Max-Age=0");
    expect(toLin.some((cookie) => cookie.startsWith("other="))).toBe(false);
    const toMei = await take("wxsandbox_user=lin; mall_session=of-lin", "mei");
    expect(toMei).toContain(
      "mall_session=of-mei; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000",
    );
    const toLinAgain = await take("wxsandbox_user=mei; mall_session=of-mei", "lin");
    expect(toLinAgain.some((cookie) => cookie.startsWith("mall_session=of-lin;"))).toBe(true);
  });

  test("taking the same phone again changes no cookie of the mall", async () => {
    expect(await take("wxsandbox_user=mei; mall_session=of-mei", "mei")).toHaveLength(1);
  });

  test("leads back to the sandbox's own pages only", async () => {
    const response = await fetch(`${running.url}/sandbox/choose-user`, {
      method: "POST",
      redirect: "manual",
      body: new URLSearchParams({ user: "mei", target: "//evil.example" }).toString(),
    });
    expect(response.headers.get("Location")).toBe("/phone");
  });
});

describe("sharing", () => {
  const card = {
    title: "鲜肉粽 <script>",
    desc: "十只装",
    link: "http://localhost:3000/s/abc?x=1",
    imgUrl: "http://localhost:3000/a.webp",
  };

  test("a card arrives in the other user's chats and opens with the mark of a chat", async () => {
    expect((await post("/sandbox/messages", { to: "lin", card }, "mei")).status).toBe(201);
    const chats = await (await page("/phone", "lin")).text();
    expect(chats).toContain("1 条未读");
    expect(chats).toContain("[链接] 鲜肉粽 &lt;script&gt;");
    const chat = await (await page("/phone/chat?with=mei", "lin")).text();
    const link = encodeURIComponent("http://localhost:3000/s/abc?x=1&from=singlemessage");
    expect(chat).toContain(`/phone/browse?url=${link}`);
    expect(await (await page("/phone", "lin")).text()).not.toContain("未读");
  });

  test("names and titles never become markup", async () => {
    const chats = await (await page("/phone", "mei")).text();
    expect(chats).toContain("&lt;b&gt;阿林");
    expect(chats).not.toContain("<b>阿林");
  });

  test.each(["javascript:alert(1)", "data:text/html,x", "not a link"])(
    "a card cannot carry %s",
    async (link) => {
      const response = await post(
        "/sandbox/messages",
        { to: "lin", card: { ...card, link } },
        "mei",
      );
      expect(response.status).toBe(400);
    },
  );
});

test("the browser moves to the mall's host name, because cookies belong to a host", async () => {
  const response = await page("/phone/browse?url=tea.localhost:3000/p/1", "mei");
  const { port } = new URL(running.url);
  const location = new URL(response.headers.get("Location") ?? "");
  expect(location.host).toBe(`tea.localhost:${port}`);
  expect(location.searchParams.get("user")).toBe("mei");
});

describe("calling up payment", () => {
  async function prepaid(openid = openidFor(shop.appId, "mei")) {
    number += 1;
    const response = await callPay(running.url, shop, {
      method: "POST",
      target: "/v3/pay/transactions/jsapi",
      nowSeconds: Math.floor(Date.now() / 1000),
      body: {
        appid: shop.appId,
        mchid: shop.mchId,
        description: "粽子",
        out_trade_no: `PHONE${number}00`,
        notify_url: "http://localhost:9/notify",
        amount: { total: 100 },
        payer: { openid },
      },
    });
    return ((await response.json()) as { prepay_id: string }).prepay_id;
  }

  function signed(prepayId: string) {
    const lines = [shop.appId, "1795226400", "abc", `prepay_id=${prepayId}`];
    const message = lines.map((line) => `${line}\n`).join("");
    return {
      appId: shop.appId,
      timeStamp: "1795226400",
      nonceStr: "abc",
      package: `prepay_id=${prepayId}`,
      signType: "RSA",
      paySign: signRsaSha256(message, shop.merchantPrivateKeyPem),
    };
  }

  async function ask(params: object, user = "mei", url = "http://localhost:3000/checkout") {
    const response = await post("/sandbox/js/pay", { params, url }, user);
    return (await response.json()) as { ok: boolean; reason?: string };
  }

  test("shows the sheet for a rightly signed order of this user", async () => {
    expect((await ask(signed(await prepaid()))).ok).toBe(true);
  });

  test.each([
    ["another nonce than was signed", { nonceStr: "abd" }, "签名失败"],
    ["another appId", { appId: "wx0000000000000000" }, "appId"],
  ])("refuses %s", async (_name, changes, reason) => {
    const answer = await ask({ ...signed(await prepaid()), ...changes });
    expect(answer.ok).toBe(false);
    expect(answer.reason).toContain(reason);
  });

  test("refuses MD5, and a timeStamp that is a number", async () => {
    const params = signed(await prepaid());
    expect((await ask({ ...params, signType: "MD5" })).ok).toBe(false);
    expect((await ask({ ...params, timeStamp: 1795226400 })).ok).toBe(false);
  });

  test("refuses a page outside the pay directories", async () => {
    const answer = await ask(signed(await prepaid()), "mei", "http://localhost:3001/checkout");
    expect(answer.reason).toContain("当前页面的URL未注册");
  });

  test("refuses a user other than the one the order was made for", async () => {
    expect((await ask(signed(await prepaid()), "lin")).reason).toContain(
      "下单账号与支付账号不一致",
    );
  });

  test("refuses an order that is paid", async () => {
    const prepayId = await prepaid();
    await post("/sandbox/pay-sheet", { prepay_id: prepayId }, "mei");
    expect((await ask(signed(prepayId))).reason).toBe("该订单已支付");
  });
});

describe("scripts", () => {
  test.each(Object.keys(BROWSER_SCRIPTS))("%s is one classic script that parses", (name) => {
    const script = assembleScript(BROWSER_SCRIPTS[name as keyof typeof BROWSER_SCRIPTS]);
    expect(() => new Function(script)).not.toThrow();
    expect(script).not.toMatch(/^\s*(import|export)\s/m);
  });

  test("no name is declared twice in one script", () => {
    for (const modules of Object.values(BROWSER_SCRIPTS)) {
      const declared = [...assembleScript(modules).matchAll(/^(?:async )?function (\w+)/gm)];
      const names = declared.map(([, name]) => name);
      expect(new Set(names).size).toBe(names.length);
    }
  });
});

describe("taking a merchant's transfer", () => {
  async function waiting(openid = openidFor(shop.appId, "mei")) {
    number += 1;
    const response = await callPay(running.url, shop, {
      method: "POST",
      target: "/v3/fund-app/mch-transfer/transfer-bills",
      nowSeconds: Math.floor(Date.now() / 1000),
      body: {
        appid: shop.appId,
        out_bill_no: `PHONE${number}`,
        transfer_scene_id: "1005",
        openid,
        transfer_amount: 8820,
        transfer_remark: "佣金 <b>",
        transfer_scene_report_infos: [
          { info_type: "岗位类型", info_content: "推广员" },
          { info_type: "报酬说明", info_content: "佣金" },
        ],
      },
    });
    return ((await response.json()) as { package_info: string }).package_info;
  }

  async function ask(packageInfo: string, changes: object = {}, user = "mei", host = "localhost") {
    const params = { mchId: shop.mchId, appId: shop.appId, package: packageInfo, ...changes };
    const url = `http://${host}:3000/distribute`;
    const response = await post("/sandbox/js/transfer", { params, url }, user);
    return (await response.json()) as { ok: boolean; reason?: string; sheet?: string };
  }

  test("shows the sheet to its payee and takes the money into 零钱", async () => {
    const packageInfo = await waiting();
    const { sheet = "" } = await ask(packageInfo);
    const html = await (await page(sheet, "mei")).text();
    expect(html).toContain("88.20");
    expect(html).toContain("佣金 &lt;b&gt;");
    const taken = await post("/sandbox/transfer-sheet", { package: packageInfo }, "mei");
    expect(await taken.json()).toMatchObject({ ok: true });
    expect(await (await page("/phone/wallet", "mei")).text()).toContain("到账中");
    expect((await ask(packageInfo)).reason).toBe("这笔转账已确认收款");
  });

  test("refuses another user, before the sheet and in it", async () => {
    const packageInfo = await waiting();
    const text = "你的微信号与商家指定的微信号不一致";
    expect((await ask(packageInfo, {}, "lin")).reason).toBe(text);
    const sheet = `/sandbox/transfer-sheet?${new URLSearchParams({ package: packageInfo })}`;
    expect(await (await page(sheet, "lin")).text()).toContain(text);
    const taken = await post("/sandbox/transfer-sheet", { package: packageInfo }, "lin");
    expect(await taken.json()).toMatchObject({ ok: false, message: text });
  });

  test.each([
    ["another merchant's number", { mchId: "1700000000" }, "localhost", "mchId"],
    ["an unknown appId", { appId: "wx0000000000000000" }, "localhost", "appId"],
    ["a package that nobody was given", { package: "x" }, "localhost", "收款信息无效"],
    ["a page outside the JS domains", {}, "elsewhere.example", "JS接口安全域名"],
  ])("refuses %s", async (_name, changes, host, reason) => {
    const answer = await ask(await waiting(), changes, "mei", host);
    expect(answer.ok).toBe(false);
    expect(answer.reason).toContain(reason);
  });
});
