import type { Metadata } from "next";
import { loadShop } from "@/app/(mall)/load-shop";
import { revokeAction } from "@/app/(mall)/mall/[host]/distribute/links/revoke-action";
import { ButtonLink } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { requireCustomer } from "@/features/customers/gate";
import { LinkItem } from "@/features/sharing/components/link-item";
import { RevokeButton, type RevokeText } from "@/features/sharing/components/revoke-button";
import { listShareLinks } from "@/features/sharing/queries/list-share-links";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

const maxLinks = 200;

export const metadata: Metadata = { title: mallText("distribution.links.title") };

const revokeText: RevokeText = {
  revoke: mallText("distribution.links.revoke"),
  restore: mallText("distribution.links.restore"),
  title: mallText("distribution.links.revokeTitle"),
  body: mallText("distribution.links.revokeBody"),
  keep: mallText("distribution.links.keep"),
};

/** For everybody who shares, distributor or not. */
export default async function LinksPage({ params }: { params: Promise<{ host: string }> }) {
  const shop = await loadShop((await params).host);
  const { customerId: sharerCustomerId } = await requireCustomer(shop, "/distribute/links");
  const { merchantId } = shop;
  const links = await inMerchant(merchantId, (tx) =>
    listShareLinks(tx, { merchantId, sharerCustomerId, limit: maxLinks }),
  );
  const header = <PageHeader title={mallText("distribution.links.title")} backHref="/distribute" />;
  if (links.length === 0) {
    return (
      <PageShell header={header}>
        <EmptyState
          icon="link"
          title={mallText("distribution.links.empty")}
          hint={mallText("distribution.links.emptyHint")}
        >
          <ButtonLink href="/">{mallText("distribution.links.browse")}</ButtonLink>
        </EmptyState>
      </PageShell>
    );
  }
  return (
    <PageShell header={header}>
      <div className="gutter pt-4">
        <Card>
          <ul className="divide-y divide-line">
            {links.map((link) => (
              <LinkItem key={link.linkId} link={link}>
                <RevokeButton
                  linkId={link.linkId}
                  revoked={link.revoked}
                  action={revokeAction}
                  text={revokeText}
                />
              </LinkItem>
            ))}
          </ul>
        </Card>
      </div>
    </PageShell>
  );
}
