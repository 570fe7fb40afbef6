import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { loadShop, type Shop } from "@/app/(mall)/load-shop";
import { readSlug } from "@/app/(mall)/read-slug";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { pictureUrl } from "@/components/phone/picture";
import { ProductDetails } from "@/features/catalogue/components/product-details";
import { ProductFacts } from "@/features/catalogue/components/product-facts";
import { ProductGallery } from "@/features/catalogue/components/product-gallery";
import { ProductHeading } from "@/features/catalogue/components/product-heading";
import { PurchasePanel } from "@/features/catalogue/components/purchase-panel";
import { purchaseText } from "@/features/catalogue/components/purchase-text";
import { ShareLink } from "@/features/catalogue/components/share-link";
import { describeProduct } from "@/features/catalogue/components/structured-data";
import { getProduct } from "@/features/catalogue/queries/get-product";
import { type ProductView, toOfferJson } from "@/features/catalogue/schema";
import { PageEvents } from "@/features/events/components/page-events";
import { FavouriteButton } from "@/features/favourites/components/favourite-button";
import { ReportLink } from "@/features/reports/components/report-link";
import { ProductReviews } from "@/features/reviews/components/product-reviews";
import { getProductReviews } from "@/features/reviews/queries/get-product-reviews";
import type { ProductReviewsView } from "@/features/reviews/schema";
import { WechatShare } from "@/features/sharing/components/wechat-share";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const revalidate = 30;
export const dynamic = "force-static";
export const generateStaticParams = () => [];

const heartText = {
  keep: mallText("mall.favourites.keep"),
  kept: mallText("mall.favourites.kept"),
};

type Props = { params: Promise<{ host: string; slug: string }> };

type Loaded = { shop: Shop; product: ProductView; reviews: ProductReviewsView };

const loadProduct = cache(async (host: string, slug: string): Promise<Loaded> => {
  const shop = await loadShop(host);
  const { merchantId } = shop;
  const found = await inMerchant(merchantId, async (tx) => {
    const product = await getProduct(tx, { merchantId, slug });
    if (!product) return null;
    const { productId } = product;
    return { product, reviews: await getProductReviews(tx, { merchantId, productId }) };
  });
  return found ? { shop, ...found } : notFound();
});

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { host, slug } = await params;
  const { product } = await loadProduct(host, readSlug(slug));
  const { title, subtitle, pictures } = product;
  const images = pictures.slice(0, 1).map(({ storageKey }) => pictureUrl(storageKey, 800));
  const description = subtitle || product.description.slice(0, 80) || title;
  return {
    title,
    description,
    alternates: { canonical: `/p/${product.slug}` },
    openGraph: { title, description, images, url: `/p/${product.slug}` },
  };
}

export default async function ProductPage({ params }: Props) {
  const { host, slug } = await params;
  const { shop, product, reviews } = await loadProduct(host, readSlug(slug));
  return (
    <PageShell
      className="pb-28"
      header={
        <PageHeader
          title={product.category.name}
          titleAs="p"
          backHref={`/c/${product.category.slug}`}
          action={
            <>
              <FavouriteButton slug={product.slug} text={heartText} />
              <ShareLink slug={product.slug} />
            </>
          }
        />
      }
    >
      <WechatShare target={{ kind: "product", slug: product.slug }} />
      <PageEvents productId={product.productId} />
      <script type="application/ld+json">{describeProduct(product, shop)}</script>
      <ProductGallery product={product} />
      <ProductHeading product={product} />
      <div className="space-y-3 gutter pt-4">
        <PurchasePanel
          slug={product.slug}
          title={product.title}
          thumbnail={product.pictures[0] ?? null}
          offers={product.offers.map(toOfferJson)}
          text={purchaseText()}
        />
        <ProductFacts product={product} />
      </div>
      <ProductReviews slug={product.slug} view={reviews} />
      <ProductDetails product={product} />
      <ReportLink slug={product.slug} />
    </PageShell>
  );
}
