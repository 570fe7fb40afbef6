import { ProductCard } from "@/features/catalogue/components/product-card";
import type { ProductCardView } from "@/features/catalogue/schema";

/** Products in two columns; one below the other where the font is so large that two would not fit. */
export function ProductGrid({
  products,
  eager = 0,
}: {
  products: readonly ProductCardView[];
  /** How many pictures are seen without scrolling. */
  eager?: number;
}) {
  return (
    <ul className="grid grid-cols-[repeat(auto-fill,minmax(min(8.25rem,100%),1fr))] gap-3">
      {products.map((product, index) => (
        <li key={product.productId}>
          <ProductCard product={product} eager={index < eager} />
        </li>
      ))}
    </ul>
  );
}
