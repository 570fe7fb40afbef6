import type { ProductView } from "@/features/catalogue/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** The description in its paragraphs, and the specifications as a table of names and values. */
export function ProductDetails({ product }: { product: ProductView }) {
  const { description, specifications } = product;
  const paragraphs = description.split(/\n+/).filter((paragraph) => paragraph.trim() !== "");
  return (
    <div className="space-y-8 gutter pt-8">
      {paragraphs.length > 0 ? (
        <section>
          <h2 className="font-semibold text-lg">{mallText("mall.product.description")}</h2>
          <div className="mt-2.5 space-y-3 text-ink-soft leading-[1.85]">
            {paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </div>
        </section>
      ) : null}
      {specifications.length > 0 ? (
        <section>
          <h2 className="font-semibold text-lg">{mallText("mall.product.specifications")}</h2>
          <dl className="mt-2.5 divide-y divide-line border-line border-y text-sm">
            {specifications.map(({ name, value }) => (
              <div key={name} className="flex flex-wrap gap-x-4 py-2.5">
                <dt className="w-[6.5em] shrink-0 text-ink-faint">{name}</dt>
                <dd className="min-w-[8em] flex-1">{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ) : null}
    </div>
  );
}
