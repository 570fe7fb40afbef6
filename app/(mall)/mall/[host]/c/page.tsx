import type { Metadata } from "next";
import { loadShop } from "@/app/(mall)/load-shop";
import { EmptyState } from "@/components/phone/empty-state";
import { PageShell } from "@/components/phone/page-shell";
import { Picture, PicturePlaceholder } from "@/components/phone/picture";
import { SectionHeading } from "@/components/phone/section-heading";
import { TabBar } from "@/components/phone/tab-bar";
import { SearchLink } from "@/features/catalogue/components/search-link";
import { listCategories } from "@/features/catalogue/queries/list-categories";
import { listScenes } from "@/features/catalogue/queries/list-scenes";
import type { CategoryView } from "@/features/catalogue/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const revalidate = 30;
export const dynamic = "force-static";
export const generateStaticParams = () => [];
export const metadata: Metadata = { title: mallText("mall.categories.title") };

export default async function CategoriesPage({ params }: { params: Promise<{ host: string }> }) {
  const { merchantId } = await loadShop((await params).host);
  const { categories, scenes } = await inMerchant(merchantId, async (tx) => ({
    categories: await listCategories(tx, { merchantId }),
    scenes: await listScenes(tx, { merchantId }),
  }));
  return (
    <PageShell bottom={<TabBar current="categories" />}>
      <div className="flex gutter pt-[max(0.75rem,env(safe-area-inset-top))]">
        <SearchLink />
      </div>
      <div className="gutter pt-6">
        <h1 className="font-semibold text-xl tracking-wide">{mallText("mall.categories.title")}</h1>
        {categories.length === 0 ? (
          <EmptyState
            icon="grid"
            title={mallText("mall.categories.empty")}
            hint={mallText("mall.categories.empty_hint")}
          />
        ) : (
          <ul className="mt-3 grid grid-cols-[repeat(auto-fill,minmax(min(8.25rem,100%),1fr))] gap-3">
            {categories.map((category) => (
              <li key={category.slug}>
                <CategoryTile category={category} />
              </li>
            ))}
          </ul>
        )}
      </div>
      {scenes.length > 0 ? (
        <div className="gutter pt-8">
          <SectionHeading title={mallText("mall.categories.scenes")} />
          <ul className="mt-3 flex flex-wrap gap-2.5">
            {scenes.map(({ slug, title }) => (
              <li key={slug}>
                <a
                  href={`/scenes/${slug}`}
                  className="inline-flex min-h-11 items-center rounded-full border border-line bg-card px-4 active:bg-sunken"
                >
                  {title}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </PageShell>
  );
}

function CategoryTile({ category }: { category: CategoryView }) {
  const { slug, name, productCount, picture } = category;
  return (
    <a href={`/c/${slug}`} className="block overflow-hidden rounded-lg bg-card shadow-card">
      {picture ? (
        <Picture
          picture={picture}
          sizes="(min-width: 480px) 220px, 46vw"
          className="aspect-[4/3]"
        />
      ) : (
        <PicturePlaceholder className="aspect-[4/3]" />
      )}
      <span className="flex flex-wrap items-baseline justify-between gap-x-2 px-3 py-2.5">
        <span className="font-medium">{name}</span>
        <span className="text-ink-faint text-xs">
          {mallText("mall.categories.count", { count: productCount })}
        </span>
      </span>
    </a>
  );
}
