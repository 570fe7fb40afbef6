import Link from "next/link";
import { useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { Thumbnail } from "@/components/ui/thumbnail";
import type { StaffProductSummary } from "@/features/catalogue/queries/list-products-for-staff";

const tones: Record<StaffProductSummary["status"], BadgeTone> = {
  draft: "quiet",
  active: "ok",
  archived: "quiet",
};

export function ProductTable({
  products,
  isFiltered,
}: {
  products: readonly StaffProductSummary[];
  isFiltered: boolean;
}) {
  const text = useTranslations("products");
  return (
    <DataTable
      caption={text("title")}
      columns={[
        { key: "name", label: text("name") },
        { key: "status", label: text("statusLabel") },
        { key: "price", label: text("unitPrice"), align: "right" },
        { key: "left", label: text("left"), align: "right" },
        { key: "category", label: text("category"), wideOnly: true },
        { key: "skus", label: text("skuCount"), align: "right", wideOnly: true },
        { key: "changed", label: text("changedAt"), wideOnly: true },
      ]}
      rows={products.map((one) => ({
        key: one.productId,
        cells: {
          name: <NameCell product={one} />,
          status: <Badge tone={tones[one.status]}>{text(`status.${one.status}`)}</Badge>,
          price: <PriceCell product={one} />,
          left: (
            <span className={one.isLow && one.status === "active" ? "text-danger" : ""}>
              {one.left}
              {one.isLow && one.status === "active" && (
                <span className="block text-xs">{text("low")}</span>
              )}
            </span>
          ),
          category: one.categoryName,
          skus: one.skuCount,
          changed: <Moment at={one.updatedAt} />,
        },
      }))}
      empty={
        <EmptyNotice title={text(isFiltered ? "emptyFiltered" : "empty")}>
          {text(isFiltered ? "emptyFilteredHint" : "emptyHint")}
        </EmptyNotice>
      }
    />
  );
}

function NameCell({ product }: { product: StaffProductSummary }) {
  return (
    <Link
      href={`/merchant/products/${product.productId}`}
      className="flex min-w-40 items-center gap-3 text-leaf hover:underline"
    >
      {product.pictureKey ? (
        <Thumbnail storageKey={product.pictureKey} alt="" size={40} />
      ) : (
        <span className="size-10 shrink-0 rounded bg-sunken" />
      )}
      {product.title}
    </Link>
  );
}

function PriceCell({ product }: { product: StaffProductSummary }) {
  const { lowestFen, highestFen } = product;
  if (lowestFen === null || highestFen === null) return "—";
  return (
    <>
      <Money fen={lowestFen} />
      {highestFen !== lowestFen && (
        <>
          {" – "}
          <Money fen={highestFen} />
        </>
      )}
    </>
  );
}
