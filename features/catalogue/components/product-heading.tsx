import { Price, StruckPrice } from "@/components/phone/price";
import type { Fen } from "@/domain/money/fen";
import type { ProductView } from "@/features/catalogue/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** Price, name and the one line about the product. */
export function ProductHeading({ product }: { product: ProductView }) {
  const prices = product.offers.map(({ unitPriceFen }) => unitPriceFen);
  const lowestFen = prices.reduce(lower);
  const highestFen = prices.reduce(higher);
  const cheapest = product.offers.find(({ unitPriceFen }) => unitPriceFen === lowestFen);
  return (
    <section className="gutter pt-4">
      <p className="flex flex-wrap items-baseline gap-x-2.5">
        <Price fen={lowestFen} size="xl" />
        {highestFen > lowestFen ? (
          <>
            <span aria-hidden="true" className="text-cinnabar">
              –
            </span>
            <Price fen={highestFen} size="lg" />
          </>
        ) : null}
        {cheapest?.listPriceFen ? (
          <StruckPrice fen={cheapest.listPriceFen} label={mallText("mall.common.list_price")} />
        ) : null}
      </p>
      <h1 className="mt-1.5 font-semibold text-xl">{product.title}</h1>
      {product.subtitle ? <p className="mt-1 text-ink-soft">{product.subtitle}</p> : null}
    </section>
  );
}

function lower(a: Fen, b: Fen): Fen {
  return a < b ? a : b;
}

function higher(a: Fen, b: Fen): Fen {
  return a > b ? a : b;
}
