import { Picture, PicturePlaceholder } from "@/components/phone/picture";
import { Price, StruckPrice } from "@/components/phone/price";
import type { ProductCardView } from "@/features/catalogue/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** The first product of the shelf, large: a wide picture with its words beneath. */
export function ProductFeature({ product }: { product: ProductCardView }) {
  const { slug, title, subtitle, picture, lowestPriceFen, listPriceFen } = product;
  const look = "aspect-[4/3] w-full";
  return (
    <a href={`/p/${slug}`} className="block overflow-hidden rounded-lg bg-card shadow-card">
      {picture ? (
        <Picture picture={picture} sizes="(min-width: 480px) 448px, 92vw" className={look} />
      ) : (
        <PicturePlaceholder className={look} />
      )}
      <span className="flex flex-wrap items-end justify-between gap-x-4 gap-y-1 px-4 pt-3 pb-3.5">
        <span className="min-w-0 flex-[1_1_9rem]">
          <span className="block font-semibold text-lg leading-snug">{title}</span>
          {subtitle ? <span className="block text-ink-soft text-sm">{subtitle}</span> : null}
        </span>
        <span className="flex flex-col items-end leading-tight">
          {listPriceFen ? (
            <StruckPrice fen={listPriceFen} label={mallText("mall.common.list_price")} />
          ) : null}
          <Price
            fen={lowestPriceFen}
            size="lg"
            suffix={product.hasSeveralPrices ? mallText("mall.common.from_price") : undefined}
          />
        </span>
      </span>
    </a>
  );
}
