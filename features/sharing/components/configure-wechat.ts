import { tellPageAct } from "@/components/phone/page-act";
import type { ShareCardJson, ShareTarget } from "@/features/sharing/schema";
import { openSdk } from "@/lib/wechat/js-sdk/open-sdk";

const jsApiList = ["updateAppMessageShareData", "updateTimelineShareData"];

/** Tells WeChat what sharing this page sends. */
export async function configureWechat(target: ShareTarget): Promise<void> {
  const [wx, card] = await Promise.all([openSdk(jsApiList), takeCard(target)]);
  if (!wx || !card) return;
  const { title, description: desc, pictureUrl: imgUrl, link } = card;
  // Somebody else's link in the address stays theirs for whoever passes it on without signing in.
  const shared = { title, link: link ?? location.href.split("#")[0] ?? "", imgUrl };
  wx.updateAppMessageShareData({ ...shared, desc });
  wx.updateTimelineShareData(shared);
  if (link) tellPageAct("share_set");
}

async function takeCard(target: ShareTarget): Promise<ShareCardJson | null> {
  const body = JSON.stringify({ ...target, channel: "card" });
  const answer = await fetch("/api/mall/share", { method: "POST", body }).catch(() => null);
  return answer?.ok ? answer.json() : null;
}
