import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadShop } from "@/app/(mall)/load-shop";
import { readSlug } from "@/app/(mall)/read-slug";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { requireCustomer } from "@/features/customers/gate";
import { PageEvents } from "@/features/events/components/page-events";
import { createShareLink } from "@/features/sharing/commands/create-share-link";
import { CardPreview } from "@/features/sharing/components/card-preview";
import { CopyLink, type CopyText } from "@/features/sharing/components/copy-link";
import { ShareImage } from "@/features/sharing/components/share-image";
import { SharePart } from "@/features/sharing/components/share-part";
import { WechatShare } from "@/features/sharing/components/wechat-share";
import { findShareTarget } from "@/features/sharing/queries/find-share-target";
import { getShareSubject } from "@/features/sharing/queries/get-share-subject";
import {
  type ShareTarget,
  shareTargetSchema,
  shareUrl,
  targetPath,
} from "@/features/sharing/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";
import { secureRandom } from "@/lib/ids/random-code";

export const metadata: Metadata = { title: mallText("distribution.share.title") };

const copyText: CopyText = {
  copy: mallText("distribution.share.copy"),
  copied: mallText("distribution.share.copied"),
  failed: mallText("distribution.share.copyFailed"),
};

type Params = { host: string; targetKind: string; slug: string };

export default async function SharePage({ params }: { params: Promise<Params> }) {
  const { host, targetKind, slug } = await params;
  const target = parseTarget(targetKind, readSlug(slug));
  const shop = await loadShop(host);
  const sharer = await requireCustomer(shop, `/share/${targetKind}/${slug}`);
  const { merchantId, origin } = shop;
  const { subject, targetId } = await inMerchant(merchantId, async (tx) => ({
    subject: await getShareSubject(tx, merchantId, target),
    targetId: await findShareTarget(tx, merchantId, target),
  }));
  const productId = target.kind === "product" ? targetId : null;
  if (!subject) notFound();
  const at = { now: systemClock(), random: secureRandom };
  const card = await createShareLink(sharer, { target, channel: "card" }, at);
  const poster = await createShareLink(sharer, { target, channel: "poster" }, at);
  const qr = await createShareLink(sharer, { target, channel: "qr" }, at);
  const { title } = subject;
  const header = (
    <PageHeader title={mallText("distribution.share.title")} backHref={targetPath(target)} />
  );
  return (
    <PageShell header={header}>
      <WechatShare target={target} />
      <PageEvents kind="share_set" {...(productId ? { productId } : {})} />
      <div className="space-y-8 gutter pt-5">
        <SharePart
          title={mallText("distribution.share.cardTitle")}
          hint={mallText("distribution.share.cardHint")}
          link={card}
        >
          {(code) => (
            <div className="space-y-4">
              <CardPreview subject={subject} />
              <CopyLink url={shareUrl(origin, code)} text={copyText} />
            </div>
          )}
        </SharePart>
        <SharePart
          title={mallText("distribution.share.posterTitle")}
          hint={mallText("distribution.share.posterHint")}
          link={poster}
        >
          {(code) => (
            <ShareImage
              src={`/api/mall/share/${code}/poster.png`}
              alt={mallText("distribution.share.posterAlt", { title })}
              width={375}
              height={648}
              className="h-auto w-full max-w-80 rounded-md bg-sunken shadow-card"
            />
          )}
        </SharePart>
        <SharePart
          title={mallText("distribution.share.qrTitle")}
          hint={mallText("distribution.share.qrHint")}
          link={qr}
        >
          {(code) => (
            <ShareImage
              src={`/api/mall/share/${code}/qr.png`}
              alt={mallText("distribution.share.qrAlt", { title })}
              width={200}
              height={200}
              className="size-50"
            />
          )}
        </SharePart>
      </div>
    </PageShell>
  );
}

/** The shop itself has no slug; its page is /share/shop/home. */
function parseTarget(kind: string, slug: string): ShareTarget {
  const parsed = shareTargetSchema.safeParse({ kind, slug: kind === "shop" ? "" : slug });
  return parsed.success ? parsed.data : notFound();
}
