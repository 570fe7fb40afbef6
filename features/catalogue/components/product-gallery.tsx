import { Picture, PicturePlaceholder, pictureUrl } from "@/components/phone/picture";
import type { ProductView } from "@/features/catalogue/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** The product's pictures, swiped by the browser's own scrolling; a tap opens one large. No script. */
export function ProductGallery({ product }: { product: ProductView }) {
  const { pictures } = product;
  if (pictures.length === 0) return <PicturePlaceholder className="aspect-[4/3]" />;
  return (
    <section
      aria-label={mallText("mall.product.gallery")}
      className="no-scrollbar flex snap-x snap-mandatory overflow-x-auto"
    >
      {pictures.map((picture, index) => (
        <a
          key={picture.storageKey}
          href={pictureUrl(picture.storageKey, 1200)}
          className="relative w-full shrink-0 snap-center -outline-offset-2"
        >
          <Picture
            picture={picture}
            sizes="(min-width: 480px) 480px, 100vw"
            eager={index === 0}
            className="aspect-square"
          />
          {pictures.length > 1 ? (
            <span className="absolute right-3 bottom-3 rounded-full bg-veil px-2.5 py-0.5 text-white text-xs tabular-nums">
              <span aria-hidden="true">
                {index + 1}/{pictures.length}
              </span>
              <span className="sr-only">
                {mallText("mall.product.picture_of", {
                  number: index + 1,
                  count: pictures.length,
                })}
              </span>
            </span>
          ) : null}
        </a>
      ))}
    </section>
  );
}
