import { bindAfterClick } from "@/features/customers/commands/bind-after-click";
import { signInCustomer } from "@/features/customers/commands/sign-in-customer";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { recordShareClicks } from "@/features/sharing/commands/record-share-clicks";
import type { ShareChannel, ShareTarget, ShareVisit } from "@/features/sharing/schema";
import { eventId, newId } from "@/lib/ids/new-id";
import { secureRandom } from "@/lib/ids/random-code";
import type { Deed } from "@/prisma/seed/history/deed";
import { remembered, type Stage, visitorIdOf } from "@/prisma/seed/history/stage";
import { expectOk } from "@/prisma/seed/shops/expect-ok";
import { seededRandom } from "@/wechat-sandbox/crypto/seeded-random";
import { openidFor, unionidFor } from "@/wechat-sandbox/openid";

/** A person opens somebody's link on their phone; when signed in, their binding is decided at once. */
export function openLink(atMs: number, person: string, link: string): Deed {
  return {
    atMs,
    keys: [person],
    after: [link],
    act: async (stage, now) => {
      const { merchantId } = stage.shop;
      const visit = visitOf(stage, { browser: person, link, atMs });
      await recordShareClicks(merchantId, [visit]);
      const session = stage.customers.get(person);
      if (!session) return;
      const { visitorId } = visit;
      const at = { now, random: secureRandom };
      await bindAfterClick(merchantId, { token: session.token, visitorId }, at);
    },
  };
}

/** People look and leave: nobody signs in. */
export function lookAround(
  visits: readonly { browser: string; link: string; atMs: number }[],
): Deed {
  return {
    atMs: Math.max(...visits.map(({ atMs }) => atMs)),
    keys: [],
    after: [...new Set(visits.map(({ link }) => link))],
    act: async (stage) => {
      await recordShareClicks(
        stage.shop.merchantId,
        visits.map((visit) => visitOf(stage, visit)),
      );
    },
  };
}

function visitOf(
  stage: Stage,
  { browser, link, atMs }: { browser: string; link: string; atMs: number },
): ShareVisit {
  return {
    clickId: newId(),
    linkId: remembered(stage.linkIds, link),
    visitorId: visitorIdOf(stage, browser),
    clickedAt: new Date(atMs),
    // Every sixth opens a poster's code with the camera.
    inWechat: (eventId(stage.seed, browser).codePointAt(0) ?? 0) % 6 !== 0,
  };
}

/** WeChat says who holds the browser. @param nickname given for those who agreed to hand it over */
export function signIn(atMs: number, person: string, nickname: string | null): Deed {
  return {
    atMs,
    keys: [person],
    act: async (stage, now) => {
      const { merchantId, host, origin, wechat } = stage.shop;
      const { appId } = wechat;
      stage.wechat.addPerson(appId, { id: person, nickname: nickname ?? person });
      const signedIn = await signInCustomer(
        merchantId,
        {
          appId,
          wechatOpenId: openidFor(appId, person),
          wechatUnionId: nickname === null ? null : unionidFor(person),
          visitorId: visitorIdOf(stage, person),
          profile: nickname === null ? null : { nickname, avatarUrl: "" },
        },
        { now, random: secureRandom },
      );
      const { customerId, visitorId, token } = signedIn;
      const scope = { merchantId, host, origin, customerId, visitorId };
      stage.customers.set(person, { scope, token });
    },
  };
}

/** A signed-in customer takes their own link to something. `name` is the link's in the plan. */
export function takeLink(
  atMs: number,
  person: string,
  link: { name: string; target: ShareTarget; channel: ShareChannel },
): Deed {
  const { name, target, channel } = link;
  return {
    atMs,
    keys: [person, name],
    act: async (stage, now) => {
      const { scope } = remembered(stage.customers, person);
      const random = seededRandom(`${stage.seed}:${name}`);
      const created = expectOk(await createShareLink(scope, { target, channel }, { now, random }));
      stage.linkIds.set(name, created.linkId);
    },
  };
}
