import { Picture, PicturePlaceholder } from "@/components/phone/picture";
import { Price, StruckPrice } from "@/components/phone/price";
import type { ProductCardView } from "@/features/catalogue/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** A product in a list: the picture speaks first. */
export function ProductCard({
  product,
  eager = false,
}: {
  product: ProductCardView;
  eager?: boolean;
}) {
  const { slug, title, subtitle, picture, soldOut, listPriceFen, lowestPriceFen } = product;
  return (
    <a
      href={`/p/${slug}`}
      className="group flex h-full flex-col overflow-hidden rounded-lg bg-card shadow-card"
    >
      <span className="relative block">
        {picture ? (
          <Picture
            picture={picture}
            sizes="(min-width: 480px) 220px, 46vw"
            eager={eager}
            className={`aspect-square ${soldOut ? "opacity-60 saturate-50" : ""}`}
          />
        ) : (
          <PicturePlaceholder className="aspect-square" />
        )}
        {soldOut ? (
          <span className="absolute bottom-2 left-2 rounded-full bg-ink px-2.5 py-0.5 text-white text-xs">
            {mallText("mall.common.sold_out")}
          </span>
        ) : null}
      </span>
      <span className="flex flex-1 flex-col px-3 pt-2.5 pb-3">
        <span className="line-clamp-2 font-medium leading-snug">{title}</span>
        {subtitle ? (
          <span className="mt-0.5 line-clamp-1 text-ink-faint text-xs">{subtitle}</span>
        ) : null}
        <span className="mt-auto flex flex-wrap items-baseline gap-x-1.5 pt-2">
          <Price
            fen={lowestPriceFen}
            suffix={product.hasSeveralPrices ? mallText("mall.common.from_price") : undefined}
          />
          {listPriceFen ? (
            <StruckPrice fen={listPriceFen} label={mallText("mall.common.list_price")} />
          ) : null}
        </span>
      </span>
    </a>
  );
}
