import { Card } from "@/components/phone/card";
import { ListRow } from "@/components/phone/list-row";
import { formatYuanShort } from "@/features/catalogue/components/format-yuan-short";
import type { FreightSummary, ProductView } from "@/features/catalogue/schema";
import { mallText } from "@/lib/i18n/mall-text";

/** What one wants to know before buying: freight, returns, and how to pass it on. */
export function ProductFacts({ product }: { product: ProductView }) {
  const { freight, slug } = product;
  const refused = freight?.refusedProvinces ?? [];
  return (
    <Card className="divide-y divide-line">
      <ListRow
        icon="truck"
        label={mallText("mall.product.freight")}
        value={freightSentence(freight)}
        hint={
          refused.length > 0
            ? mallText("mall.product.refused", { provinces: refused.join("、") })
            : undefined
        }
      />
      <ListRow
        icon="shield"
        label={mallText("mall.product.returns")}
        value={mallText("mall.product.returns_line")}
        href="/about#returns"
      />
      <ListRow
        icon="share"
        label={mallText("mall.product.share")}
        hint={mallText("mall.product.share_hint")}
        href={`/share/product/${slug}`}
      />
    </Card>
  );
}

function freightSentence(freight: FreightSummary | null): string {
  if (freight === null || freight.usualFirstFen === null) {
    return mallText("mall.product.freight_region");
  }
  const { usualFirstFen, freeFromFen } = freight;
  if (usualFirstFen === 0n || freeFromFen === 0n) return mallText("mall.product.freight_free");
  const price = formatYuanShort(usualFirstFen);
  if (freeFromFen === null) return mallText("mall.product.freight_from", { price });
  const free = formatYuanShort(freeFromFen);
  return mallText("mall.product.freight_free_from", { price, free });
}
