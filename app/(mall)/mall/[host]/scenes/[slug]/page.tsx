import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { loadShop } from "@/app/(mall)/load-shop";
import { readSlug } from "@/app/(mall)/read-slug";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { Picture } from "@/components/phone/picture";
import { ProductGrid } from "@/features/catalogue/components/product-grid";
import { listProducts } from "@/features/catalogue/queries/list-products";
import { listScenes } from "@/features/catalogue/queries/list-scenes";
import { PageEvents } from "@/features/events/components/page-events";
import { WechatShare } from "@/features/sharing/components/wechat-share";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const revalidate = 30;
export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Props = { params: Promise<{ host: string; slug: string }> };

const loadScene = cache(async (host: string, slug: string) => {
  const { merchantId } = await loadShop(host);
  const found = await inMerchant(merchantId, async (tx) => {
    const [scene] = await listScenes(tx, { merchantId, slug });
    if (!scene) return null;
    const filter = { sceneSlug: slug };
    return { scene, page: await listProducts(tx, { merchantId, filter, limit: 60 }) };
  });
  return found ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { host, slug } = await params;
  const { title, description } = (await loadScene(host, readSlug(slug))).scene;
  return { title, ...(description ? { description } : {}) };
}

export default async function ScenePage({ params }: Props) {
  const { host, slug } = await params;
  const { scene, page } = await loadScene(host, readSlug(slug));
  return (
    <PageShell header={<PageHeader title={scene.title} backHref="/" />}>
      <WechatShare target={{ kind: "scene", slug: scene.slug }} />
      <PageEvents />
      {scene.picture ? (
        <Picture
          picture={scene.picture}
          sizes="(min-width: 480px) 480px, 100vw"
          eager
          className="aspect-[15/8]"
        />
      ) : null}
      {scene.description ? <p className="gutter pt-4 text-ink-soft">{scene.description}</p> : null}
      <div className="gutter pt-4">
        {page.products.length === 0 ? (
          <EmptyState
            icon="leaf"
            title={mallText("mall.scene.no_products")}
            hint={mallText("mall.scene.no_products_hint")}
          >
            <ButtonLink href="/">{mallText("mall.common.home")}</ButtonLink>
          </EmptyState>
        ) : (
          <ProductGrid products={page.products} eager={2} />
        )}
        {page.next ? (
          <p className="mt-6 text-center">
            <ButtonLink
              look="quiet"
              href={`/search?scene=${encodeURIComponent(scene.slug)}&after=${page.next}`}
            >
              {mallText("mall.common.next_page")}
            </ButtonLink>
          </p>
        ) : null}
      </div>
    </PageShell>
  );
}
