import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { loadShop } from "@/app/(mall)/load-shop";
import { readSlug } from "@/app/(mall)/read-slug";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { ProductGrid } from "@/features/catalogue/components/product-grid";
import { getCategory } from "@/features/catalogue/queries/get-category";
import { listProducts } from "@/features/catalogue/queries/list-products";
import { PageEvents } from "@/features/events/components/page-events";
import { WechatShare } from "@/features/sharing/components/wechat-share";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const revalidate = 30;
export const dynamic = "force-static";
export const generateStaticParams = () => [];

type Props = { params: Promise<{ host: string; slug: string }> };

const loadCategory = cache(async (host: string, slug: string) => {
  const { merchantId } = await loadShop(host);
  const found = await inMerchant(merchantId, async (tx) => {
    const category = await getCategory(tx, { merchantId, slug });
    if (!category) return null;
    const filter = { categorySlug: slug };
    return { category, page: await listProducts(tx, { merchantId, filter, limit: 60 }) };
  });
  return found ?? notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { host, slug } = await params;
  return { title: (await loadCategory(host, readSlug(slug))).category.name };
}

export default async function CategoryPage({ params }: Props) {
  const { host, slug } = await params;
  const { category, page } = await loadCategory(host, readSlug(slug));
  return (
    <PageShell header={<PageHeader title={category.name} backHref="/c" />} className="gutter pt-4">
      <WechatShare target={{ kind: "category", slug: category.slug }} />
      <PageEvents />
      {page.products.length === 0 ? (
        <EmptyState
          icon="grid"
          title={mallText("mall.categories.no_products")}
          hint={mallText("mall.categories.no_products_hint")}
        >
          <ButtonLink href="/c">{mallText("mall.categories.title")}</ButtonLink>
        </EmptyState>
      ) : (
        <ProductGrid products={page.products} eager={4} />
      )}
      {page.next ? (
        <p className="mt-6 text-center">
          <ButtonLink
            look="quiet"
            href={`/search?category=${encodeURIComponent(category.slug)}&after=${page.next}`}
          >
            {mallText("mall.common.next_page")}
          </ButtonLink>
        </p>
      ) : null}
    </PageShell>
  );
}
