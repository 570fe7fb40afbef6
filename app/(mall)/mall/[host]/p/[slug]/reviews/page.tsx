import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { loadShop } from "@/app/(mall)/load-shop";
import { readSlug } from "@/app/(mall)/read-slug";
import { ButtonLink } from "@/components/phone/button";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { getProduct } from "@/features/catalogue/queries/get-product";
import { ReviewItem } from "@/features/reviews/components/review-item";
import { StarSummaryCard } from "@/features/reviews/components/star-summary-card";
import { countProductStars } from "@/features/reviews/queries/count-product-stars";
import { listProductReviews } from "@/features/reviews/queries/list-product-reviews";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = { title: mallText("mall.reviews.all") };

const pageSize = 20;

type Props = {
  params: Promise<{ host: string; slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export default async function ProductReviewsPage({ params, searchParams }: Props) {
  const { host, slug } = await params;
  const { after } = await searchParams;
  const { merchantId } = await loadShop(host);
  const cursor = typeof after === "string" ? after.slice(0, 100) : undefined;
  const found = await inMerchant(merchantId, async (tx) => {
    const product = await getProduct(tx, { merchantId, slug: readSlug(slug) });
    if (!product) return null;
    const { productId } = product;
    const question = { merchantId, productId, limit: pageSize, cursor };
    return {
      product,
      stars: await countProductStars(tx, { merchantId, productId }),
      page: await listProductReviews(tx, question),
    };
  });
  if (!found) notFound();
  const { product, stars, page } = found;
  return (
    <PageShell
      header={<PageHeader title={mallText("mall.reviews.all")} backHref={`/p/${product.slug}`} />}
      className="gutter pt-4"
    >
      <h2 className="mb-3 font-medium">{product.title}</h2>
      <StarSummaryCard stars={stars} />
      {page.reviews.length === 0 ? (
        <p className="mt-4 text-ink-soft">{mallText("mall.reviews.no_words")}</p>
      ) : (
        <ul className="mt-2 divide-y divide-line">
          {page.reviews.map((review) => (
            <li key={review.reviewId} className="py-4">
              <ReviewItem review={review} />
            </li>
          ))}
        </ul>
      )}
      {page.nextCursor ? (
        <p className="mt-6 text-center">
          <ButtonLink look="quiet" href={`?${new URLSearchParams({ after: page.nextCursor })}`}>
            {mallText("mall.common.next_page")}
          </ButtonLink>
        </p>
      ) : null}
    </PageShell>
  );
}
