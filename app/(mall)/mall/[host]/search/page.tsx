import type { Metadata } from "next";
import { ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageHeader } from "@/components/phone/page-header";
import { PageShell } from "@/components/phone/page-shell";
import { SectionHeading } from "@/components/phone/section-heading";
import { ProductGrid } from "@/features/catalogue/components/product-grid";
import { SearchForm } from "@/features/catalogue/components/search-form";
import { listCategories } from "@/features/catalogue/queries/list-categories";
import { listProducts } from "@/features/catalogue/queries/list-products";
import { type CategoryView, type ProductPage, parseSearch } from "@/features/catalogue/schema";
import { PageEvents } from "@/features/events/components/page-events";
import { requireMerchant } from "@/features/merchants/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const metadata: Metadata = {
  title: mallText("mall.search.title"),
  robots: { index: false },
};

type Query = Record<string, string | string[] | undefined>;

export default async function SearchPage({
  params,
  searchParams,
}: {
  params: Promise<{ host: string }>;
  searchParams: Promise<Query>;
}) {
  const { merchantId } = await requireMerchant((await params).host);
  const query = await searchParams;
  const { text, terms } = parseSearch(query.q);
  const filter = { terms, categorySlug: word(query.category), sceneSlug: word(query.scene) };
  const asksForNothing = terms.length === 0 && !filter.categorySlug && !filter.sceneSlug;
  const { page, shelf, categories } = await inMerchant(merchantId, async (tx) => {
    const found = asksForNothing
      ? { products: [], next: null }
      : await listProducts(tx, { merchantId, filter, after: word(query.after), limit: 24 });
    if (found.products.length > 0) return { page: found, shelf: null, categories: [] };
    return {
      page: found,
      shelf: await listProducts(tx, { merchantId, limit: 6 }),
      categories: await listCategories(tx, { merchantId }),
    };
  });
  return (
    <PageShell header={<PageHeader title={mallText("mall.search.title")} backHref="/" />}>
      <PageEvents />
      <div className="gutter pt-4">
        <SearchForm text={text} />
        {page.products.length > 0 ? (
          <Results text={text} page={page} query={query} />
        ) : (
          <Suggestions text={text} shelf={shelf} categories={categories} />
        )}
      </div>
    </PageShell>
  );
}

/** One short word of the query string; a repeated or endless one counts as absent. */
function word(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" && value !== "" && value.length <= 100 ? value : undefined;
}

function Results({ text, page, query }: { text: string; page: ProductPage; query: Query }) {
  const next = new URLSearchParams();
  for (const key of ["q", "category", "scene"]) {
    const value = word(query[key]);
    if (value) next.set(key, value);
  }
  if (page.next) next.set("after", page.next);
  return (
    <section className="pt-5">
      {text ? (
        <p className="pb-3 text-ink-soft">{mallText("mall.search.found", { text })}</p>
      ) : null}
      <ProductGrid products={page.products} eager={4} />
      {page.next ? (
        <p className="mt-6 text-center">
          <ButtonLink look="quiet" href={`/search?${next}`}>
            {mallText("mall.common.next_page")}
          </ButtonLink>
        </p>
      ) : null}
    </section>
  );
}

function Suggestions({
  text,
  shelf,
  categories,
}: {
  text: string;
  shelf: ProductPage | null;
  categories: readonly CategoryView[];
}) {
  return (
    <>
      {text ? (
        <EmptyState
          icon="search"
          title={mallText("mall.search.nothing", { text })}
          hint={mallText("mall.search.nothing_hint")}
        />
      ) : null}
      {categories.length > 0 ? (
        <section className="pt-6">
          <SectionHeading title={mallText("mall.search.try")} />
          <ul className="mt-3 flex flex-wrap gap-2.5">
            {categories.map(({ slug, name }) => (
              <li key={slug}>
                <a
                  href={`/c/${slug}`}
                  className="inline-flex min-h-11 items-center rounded-full border border-line bg-card px-4 active:bg-sunken"
                >
                  {name}
                </a>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
      {shelf && shelf.products.length > 0 ? (
        <section className="pt-8">
          <SectionHeading title={mallText("mall.search.suggestions")} />
          <div className="pt-3">
            <ProductGrid products={shelf.products} />
          </div>
        </section>
      ) : null}
    </>
  );
}
