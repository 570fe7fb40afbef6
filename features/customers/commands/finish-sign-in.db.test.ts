import { v4 } from "uuid";
import { afterAll, expect, test } from "vitest";
import { asSuperuser, testMerchants } from "@/e2e/database";
import type { SignInOutcome } from "@/features/customers/commands/finish-sign-in";
import { secureRandom } from "@/lib/ids/random-code";
import { setSettings } from "@/scripts/database/process-settings";
import { startSandbox } from "@/wechat-sandbox/start-sandbox";
import { addUser } from "@/wechat-sandbox/store/users";

const { a, b } = await testMerchants();
const accounts = [a.wechat, b.wechat];
const wechat = await startSandbox({ port: 0, dataDir: ":memory:", accounts });
setSettings({ WECHAT_API_URL: wechat.url, WECHAT_OPEN_URL: wechat.url });
afterAll(wechat.close);

// Loaded late: they read the settings above.
const { beginSignIn } = await import("@/features/customers/commands/begin-sign-in");
const { finishSignIn } = await import("@/features/customers/commands/finish-sign-in");
const { consumeOauthState } = await import("@/features/customers/commands/consume-oauth-state");
const { findSession } = await import("@/features/customers/queries/find-session");
const { inMerchant } = await import("@/lib/db/in-merchant");

const at = () => ({ now: new Date(), random: secureRandom });

function newUser(id: string, snapshot = false): string {
  const appIds = accounts.map(({ appId }) => appId);
  addUser(wechat.sandbox.db, { id, nickname: `昵称${id}`, snapshot }, appIds, Date.now());
  return id;
}

/** Follows the browser through WeChat. @returns what the callback is called with */
async function goThroughWechat(authorizeUrl: string, userId: string) {
  const answer = await fetch(authorizeUrl, {
    redirect: "manual",
    headers: { cookie: `wxsandbox_user=${userId}` },
  });
  const callback = new URL(answer.headers.get("location") ?? "");
  const { searchParams } = callback;
  return { callback, code: searchParams.get("code"), state: searchParams.get("state") ?? "" };
}

async function begin(visitorId: string, userId: string, shop = a) {
  const scope = shop.scope();
  const input = { visitorId, oauthScope: "snsapi_base", returnTo: "/cart", attempt: 1 } as const;
  const { authorizeUrl } = await beginSignIn(scope, input, at());
  return { authorizeUrl, ...(await goThroughWechat(authorizeUrl, userId)) };
}

function count(sql: string, ...values: unknown[]): Promise<number> {
  return asSuperuser(async (db) => Number((await db.query(sql, values)).rows[0]?.count));
}

const customersOf = (merchantId: string) =>
  count("select count(*) from customer where merchant_id = $1", merchantId);

test("the address of WeChat has its parameters in the documented order and its fragment", async () => {
  const { authorizeUrl } = await begin(v4(), newUser("order"));
  expect(authorizeUrl.replace(wechat.url, "").replace(/state=\w+/, "state=S")).toBe(
    `/connect/oauth2/authorize?appid=${a.wechat.appId}&redirect_uri=http%3A%2F%2Flocalhost%2Fapi%2Fwechat%2Foauth%2Fcallback&response_type=code&scope=snsapi_base&state=S#wechat_redirect`,
  );
});

test("a first sign-in makes one customer, joins the visitor and opens a session; a second finds them", async () => {
  const visitorId = v4();
  const user = newUser("first");
  const before = await customersOf(a.merchantId);
  const outcomes: SignInOutcome[] = [];
  for (let round = 0; round < 2; round += 1) {
    const { code, state } = await begin(visitorId, user);
    outcomes.push(await finishSignIn(a.scope(), { code, state, visitorId, signedIn: false }, at()));
  }
  expect(await customersOf(a.merchantId)).toBe(before + 1);
  for (const outcome of outcomes) {
    if (outcome.kind !== "signed_in") throw new Error(outcome.kind);
    expect(outcome).toMatchObject({ returnTo: "/cart", visitorId });
    const { token } = outcome;
    const now = new Date();
    const { merchantId } = a;
    const session = await inMerchant(merchantId, (tx) =>
      findSession(tx, { merchantId, token, now }),
    );
    expect(session?.visitorId).toBe(visitorId);
    const foreign = await inMerchant(b.merchantId, (tx) =>
      findSession(tx, { merchantId: b.merchantId, token, now }),
    );
    expect(foreign).toBeNull();
  }
});

test("twenty first sign-ins of one person at once make one customer", async () => {
  const user = newUser("race");
  const before = await customersOf(a.merchantId);
  const begun = await Promise.all(
    Array.from({ length: 20 }, async () => {
      const visitorId = v4();
      return { visitorId, ...(await begin(visitorId, user)) };
    }),
  );
  const outcomes = await Promise.all(
    begun.map(({ code, state, visitorId }) =>
      finishSignIn(a.scope(), { code, state, visitorId, signedIn: false }, at()),
    ),
  );
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(20).fill("signed_in"));
  expect(await customersOf(a.merchantId)).toBe(before + 1);
});

test("of twenty requests with one state exactly one may redeem its code", async () => {
  const visitorId = v4();
  const { state } = await begin(visitorId, newUser("once"));
  const consumed = await Promise.all(
    Array.from({ length: 20 }, () =>
      consumeOauthState(a.merchantId, { state, visitorId, now: new Date() }),
    ),
  );
  expect(consumed.filter((one) => one?.fresh)).toHaveLength(1);
  expect(consumed.filter((one) => one?.returnTo === "/cart")).toHaveLength(20);
});

test("a callback that is loaded twice at once signs in once and restarts once, never fails", async () => {
  const visitorId = v4();
  const user = newUser("double");
  const { code, state } = await begin(visitorId, user);
  const callback = { code, state, visitorId, signedIn: false };
  const outcomes = await Promise.all([
    finishSignIn(a.scope(), callback, at()),
    finishSignIn(a.scope(), callback, at()),
  ]);
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(["restart", "signed_in"]);
  const restart = outcomes.find((outcome) => outcome.kind === "restart");
  if (restart?.kind !== "restart") throw new Error("no restart");
  const again = await goThroughWechat(restart.authorizeUrl, user);
  const next = { ...callback, code: again.code, state: again.state };
  expect((await finishSignIn(a.scope(), next, at())).kind).toBe("signed_in");
  // The third load of the second state: no third round.
  expect((await finishSignIn(a.scope(), next, at())).kind).toBe("failed");
});

test("a spent callback continues where a session lives", async () => {
  const visitorId = v4();
  const { code, state } = await begin(visitorId, newUser("back"));
  const callback = { code, state, visitorId, signedIn: false };
  await finishSignIn(a.scope(), callback, at());
  expect(await finishSignIn(a.scope(), { ...callback, signedIn: true }, at())).toEqual({
    kind: "continue",
    returnTo: "/cart",
  });
});

test("a code that was spent elsewhere (40163) restarts, an invented one (40029) too", async () => {
  const visitorId = v4();
  const { code, state } = await begin(visitorId, newUser("spent"));
  const query = new URLSearchParams({
    appid: a.wechat.appId,
    secret: a.wechat.appSecret,
    code: code ?? "",
    grant_type: "authorization_code",
  });
  await fetch(`${wechat.url}/sns/oauth2/access_token?${query}`);
  const callback = { code, state, visitorId, signedIn: false };
  expect((await finishSignIn(a.scope(), callback, at())).kind).toBe("restart");
  const other = await begin(visitorId, newUser("invented"));
  const invented = { ...callback, code: "invented", state: other.state };
  expect((await finishSignIn(a.scope(), invented, at())).kind).toBe("restart");
});

test("a state works only in the browser and the shop that began it, and not for ever", async () => {
  const visitorId = v4();
  const { code, state } = await begin(visitorId, newUser("stranger"));
  const callback = { code, state, visitorId, signedIn: false };
  const before = await customersOf(a.merchantId);
  const stranger = { ...callback, visitorId: v4() };
  expect((await finishSignIn(a.scope(), stranger, at())).kind).toBe("failed");
  expect((await finishSignIn(b.scope(), callback, at())).kind).toBe("failed");
  const late = { now: new Date(Date.now() + 3_600_000), random: secureRandom };
  expect((await finishSignIn(a.scope(), callback, late)).kind).toBe("failed");
  expect(await customersOf(a.merchantId)).toBe(before);
  expect((await finishSignIn(a.scope(), callback, at())).kind).toBe("signed_in");
});

test("a snapshot page's identity is never stored", async () => {
  const visitorId = v4();
  const tables = ["customer", "wechat_identity", "customer_session", "customer_binding"];
  const counts = () => Promise.all(tables.map((table) => count(`select count(*) from ${table}`)));
  const user = newUser("snapshot", true);
  const before = await counts();
  const input = { visitorId, oauthScope: "snsapi_userinfo", returnTo: "/me", attempt: 1 } as const;
  const { authorizeUrl } = await beginSignIn(a.scope(), input, at());
  const { code, state } = await goThroughWechat(authorizeUrl, user);
  const callback = { code, state, visitorId, signedIn: false };
  expect(await finishSignIn(a.scope(), callback, at())).toEqual({ kind: "snapshot_user" });
  expect(await counts()).toEqual(before);
});

test("a lent phone: the second person gets a visitor of their own, the first one's clicks stay theirs", async () => {
  const visitorId = v4();
  const first = await begin(visitorId, newUser("owner"));
  await finishSignIn(a.scope(), { ...first, visitorId, signedIn: false }, at());
  const second = await begin(visitorId, newUser("guest"));
  const outcome = await finishSignIn(a.scope(), { ...second, visitorId, signedIn: false }, at());
  if (outcome.kind !== "signed_in") throw new Error(outcome.kind);
  expect(outcome.visitorId).not.toBe(visitorId);
  const owners = await count(
    "select count(distinct customer_id) from visitor where id = any($1::uuid[])",
    [visitorId, outcome.visitorId],
  );
  expect(owners).toBe(2);
});

test("nickname and portrait come with a consent on record; a refusal changes nothing", async () => {
  const visitorId = v4();
  const user = newUser("profile");
  const decide = async (decision: "allow" | "refuse") => {
    const input = {
      visitorId,
      oauthScope: "snsapi_userinfo",
      returnTo: "/me",
      attempt: 1,
    } as const;
    const { authorizeUrl } = await beginSignIn(a.scope(), input, at());
    const target = authorizeUrl.replace(wechat.url, "").replace(/#.*/, "");
    const answer = await fetch(`${wechat.url}/sandbox/consent`, {
      method: "POST",
      body: new URLSearchParams({ target, user, decision }),
      headers: { cookie: `wxsandbox_user=${user}` },
      redirect: "manual",
    });
    const { searchParams } = new URL(answer.headers.get("location") ?? "");
    const [code, state] = [searchParams.get("code"), searchParams.get("state") ?? ""];
    return finishSignIn(a.scope(), { code, state, visitorId, signedIn: false }, at());
  };
  const before = await customersOf(a.merchantId);
  expect(await decide("refuse")).toEqual({ kind: "continue", returnTo: "/me" });
  expect(await customersOf(a.merchantId)).toBe(before);
  expect((await decide("allow")).kind).toBe("signed_in");
  const consents = await count(
    `select count(*) from customer join customer_consent consent on consent.customer_id = customer.id
     where nickname = $1 and avatar_url <> '' and purpose = 'wechat_profile'`,
    "昵称profile",
  );
  expect(consents).toBe(1);
});
