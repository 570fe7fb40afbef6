import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { saveProductAction } from "@/app/merchant/(desk)/products/product-actions";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { ProductForm } from "@/features/catalogue/components/dashboard-product-form";
import { listShelves } from "@/features/catalogue/queries/list-shelves";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("products"))("new") };
}

export default async function NewProductPage() {
  const { merchantId } = await requireStaff("product.write");
  const text = await getTranslations("products");
  const shelves = await inMerchant(merchantId, (tx) => listShelves(tx, { merchantId }));
  return (
    <>
      <PageHeading
        title={text("new")}
        back={{ href: "/merchant/products", label: text("title") }}
      />
      {shelves.categories.length === 0 ? (
        <Panel>
          <EmptyNotice title={text("categoryFirst")}>
            <Link href="/merchant/products/shelves" className="text-leaf hover:underline">
              {text("shelves")}
            </Link>
          </EmptyNotice>
        </Panel>
      ) : (
        <ProductForm action={saveProductAction.bind(null, null)} product={null} shelves={shelves} />
      )}
    </>
  );
}
