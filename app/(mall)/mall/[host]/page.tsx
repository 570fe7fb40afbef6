import { loadShop, type Shop } from "@/app/(mall)/load-shop";
import { EmptyState } from "@/components/phone/empty-state";
import { PageShell } from "@/components/phone/page-shell";
import { Picture } from "@/components/phone/picture";
import { SectionHeading } from "@/components/phone/section-heading";
import { ShopFooter } from "@/components/phone/shop-footer";
import { ShopMark } from "@/components/phone/shop-mark";
import { TabBar } from "@/components/phone/tab-bar";
import { ProductFeature } from "@/features/catalogue/components/product-feature";
import { ProductGrid } from "@/features/catalogue/components/product-grid";
import { SceneShelf } from "@/features/catalogue/components/scene-shelf";
import { SearchLink } from "@/features/catalogue/components/search-link";
import { TrustLine } from "@/features/catalogue/components/trust-line";
import { listProducts } from "@/features/catalogue/queries/list-products";
import { listScenes } from "@/features/catalogue/queries/list-scenes";
import type { ProductCardView } from "@/features/catalogue/schema";
import { PageEvents } from "@/features/events/components/page-events";
import { WechatShare } from "@/features/sharing/components/wechat-share";
import { inMerchant } from "@/lib/db/in-merchant";
import { mallText } from "@/lib/i18n/mall-text";

export const revalidate = 30;
export const dynamic = "force-static";
export const generateStaticParams = () => [];

export default async function HomePage({ params }: { params: Promise<{ host: string }> }) {
  const shop = await loadShop((await params).host);
  const { merchantId, profile } = shop;
  const { scenes, products } = await inMerchant(merchantId, async (tx) => ({
    scenes: await listScenes(tx, { merchantId }),
    products: (await listProducts(tx, { merchantId, limit: 25 })).products,
  }));
  return (
    <PageShell bottom={<TabBar current="home" />} className="pb-0">
      <WechatShare target={{ kind: "shop", slug: "" }} />
      <PageEvents />
      <header className="flex flex-wrap items-center gap-3 gutter pt-[max(0.75rem,env(safe-area-inset-top))] pb-3">
        <ShopMark name={profile.name} />
        <p className="shrink-0 font-semibold text-lg tracking-widest">{profile.name}</p>
        <SearchLink />
      </header>
      <Masthead shop={shop} />
      {scenes.length > 0 ? (
        <section className="mt-9">
          <div className="gutter pb-3">
            <SectionHeading
              title={mallText("mall.home.scenes")}
              hint={mallText("mall.home.scenes_hint")}
            />
          </div>
          <SceneShelf scenes={scenes} />
        </section>
      ) : null}
      <Shelf products={products} />
      <section className="mt-9 gutter">
        <TrustLine />
      </section>
      <ShopFooter {...profile} />
    </PageShell>
  );
}

function Masthead({ shop: { profile, banner } }: { shop: Shop }) {
  const story = profile.story.split("\n")[0];
  return (
    <section>
      {banner ? (
        <Picture
          picture={banner}
          sizes="(min-width: 480px) 480px, 100vw"
          eager
          className="aspect-[15/9]"
        />
      ) : null}
      <div className="gutter pt-6 text-center">
        <h1 className="font-semibold text-[1.375rem] tracking-[0.08em]">
          {profile.slogan || profile.name}
        </h1>
        {story ? (
          <p className="mx-auto mt-2.5 max-w-[21rem] text-ink-soft text-sm leading-relaxed">
            {story}
          </p>
        ) : null}
        <a
          href="/about"
          className="inline-flex min-h-11 items-center text-leaf text-sm underline underline-offset-4"
        >
          {mallText("mall.home.story", { name: profile.name })}
        </a>
      </div>
    </section>
  );
}

function Shelf({ products }: { products: readonly ProductCardView[] }) {
  const [first, ...others] = products;
  if (!first) {
    return (
      <EmptyState
        icon="leaf"
        title={mallText("mall.home.empty")}
        hint={mallText("mall.home.empty_hint")}
      />
    );
  }
  return (
    <section className="mt-9 gutter">
      <SectionHeading
        title={mallText("mall.home.products")}
        more={{ href: "/c", label: mallText("mall.home.all_categories") }}
      />
      <div className="mt-3 space-y-3">
        <ProductFeature product={first} />
        <ProductGrid products={others} />
      </div>
    </section>
  );
}
