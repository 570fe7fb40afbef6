import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { publishReviewAction } from "@/app/merchant/(desk)/reviews/[reviewId]/review-actions";
import { buttonLook } from "@/components/ui/button";
import { LinkTabs } from "@/components/ui/link-tabs";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PartAsked } from "@/features/insights/components/dashboard-part-asked";
import { namePart } from "@/features/insights/queries/name-part";
import { readSlice } from "@/features/insights/schema";
import { ReviewFilterBar } from "@/features/reviews/components/dashboard-review-filter";
import { ReviewTable } from "@/features/reviews/components/dashboard-review-table";
import { countReviews } from "@/features/reviews/queries/count-reviews";
import { listReviews } from "@/features/reviews/queries/list-reviews";
import { REVIEW_STATES, reviewFilterSchema } from "@/features/reviews/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { queryOf } from "@/lib/forms/query-of";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const path = "/merchant/reviews";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reviews"))("title") };
}

export default async function ReviewsPage({ searchParams }: { searchParams: SearchParams }) {
  const staff = await requireStaff("reviews.read");
  const { merchantId } = staff;
  const text = await getTranslations();
  const filter = reviewFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const slice = filter.slice ? readSlice(filter.slice) : null;
  const { page, counts, name } = await inMerchant(merchantId, async (tx) => ({
    name: slice ? await namePart(tx, { merchantId, slice }) : "",
    page: await listReviews(tx, { merchantId, filter }),
    counts: await countReviews(tx, { merchantId, filter }),
  }));
  const { score, ...others } = filter;
  const params = { ...others, score: score?.toString() };
  const hrefOf = (state?: string) =>
    `${path}?${queryOf({ ...params, cursor: undefined, state })}`.replace(/\?$/, "");
  return (
    <>
      <PageHeading title={text("reviews.title")} hint={text("reviews.hint")}>
        <Link href={`${path}/nps`} className={buttonLook()}>
          {text("reviews.nps.title")}
        </Link>
      </PageHeading>
      <LinkTabs
        label={text("reviews.stateLabel")}
        tabs={[
          { href: hrefOf(), label: text("common.all"), isCurrent: !filter.state },
          ...REVIEW_STATES.map((state) => ({
            href: hrefOf(state),
            label: text(`reviews.state.${state}`),
            count: counts[state],
            isCurrent: filter.state === state,
          })),
        ]}
      />
      <ReviewFilterBar filter={filter} />
      {slice && <PartAsked slice={slice} name={name} />}
      <Panel>
        <ReviewTable
          reviews={page.reviews}
          publish={can(staff.role, "reviews.moderate") ? publishReviewAction : null}
        />
      </Panel>
      <NextPage
        path={path}
        params={params}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
