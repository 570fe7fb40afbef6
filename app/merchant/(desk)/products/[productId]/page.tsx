import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  adjustStockAction,
  saveProductAction,
} from "@/app/merchant/(desk)/products/product-actions";
import { buttonLook } from "@/components/ui/button";
import { PageHeading } from "@/components/ui/page-heading";
import { ProductForm } from "@/features/catalogue/components/dashboard-product-form";
import { ProductSummary } from "@/features/catalogue/components/dashboard-product-summary";
import { StockPanel } from "@/features/catalogue/components/dashboard-stock-panel";
import { getProductForStaff } from "@/features/catalogue/queries/get-product-for-staff";
import { listShelves } from "@/features/catalogue/queries/list-shelves";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("one") };
}

export default async function ProductPage({ params }: { params: Promise<{ productId: string }> }) {
  const { merchantId, role } = await requireStaff("product.read");
  const { productId } = await params;
  if (!isId(productId)) notFound();
  const text = await getTranslations("products");
  const { product, shelves } = await inMerchant(merchantId, async (tx) => ({
    product: await getProductForStaff(tx, { merchantId, productId }),
    shelves: await listShelves(tx, { merchantId }),
  }));
  if (!product) notFound();
  return (
    <>
      <PageHeading
        title={product.title}
        back={{ href: "/merchant/products", label: text("title") }}
      >
        {product.status === "active" && (
          <a href={`/p/${product.slug}`} target="_blank" rel="noreferrer" className={buttonLook()}>
            {text("view")}
          </a>
        )}
      </PageHeading>
      <div className="grid items-start gap-4 xl:grid-cols-[1fr_21rem]">
        {can(role, "product.write") ? (
          <ProductForm
            key={product.updatedAt.getTime()}
            action={saveProductAction.bind(null, productId)}
            product={product}
            shelves={shelves}
          />
        ) : (
          <ProductSummary product={product} />
        )}
        <StockPanel
          skus={product.skus}
          adjust={can(role, "stock.write") ? adjustStockAction : null}
        />
      </div>
    </>
  );
}
