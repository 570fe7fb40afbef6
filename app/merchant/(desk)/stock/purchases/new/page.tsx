import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { savePurchaseAction } from "@/app/merchant/(desk)/stock/purchase-actions";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { PurchaseForm } from "@/features/purchasing/components/dashboard-purchase-form";
import { listSkuChoices } from "@/features/purchasing/queries/list-sku-choices";
import { listSuppliers } from "@/features/purchasing/queries/list-suppliers";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.purchase"))("new") };
}

export default async function NewPurchasePage() {
  const { merchantId } = await requireStaff("stock.write");
  const text = await getTranslations("stock");
  const { suppliers, skus } = await inMerchant(merchantId, async (tx) => ({
    suppliers: await listSuppliers(tx, { merchantId }),
    skus: await listSkuChoices(tx, { merchantId }),
  }));
  const active = suppliers.filter(({ isActive }) => isActive);
  return (
    <>
      <PageHeading
        title={text("purchase.new")}
        back={{ href: "/merchant/stock/purchases", label: text("purchase.title") }}
      />
      <Panel>
        {active.length === 0 ? (
          <EmptyNotice title={text("purchase.noSupplier")}>
            <Link href="/merchant/stock/suppliers" className="text-leaf hover:underline">
              {text("supplier.new")}
            </Link>
          </EmptyNotice>
        ) : (
          <PurchaseForm
            action={savePurchaseAction.bind(null, null, 0)}
            draft={{ supplierId: "", note: "", lines: [] }}
            suppliers={active}
            skus={skus}
          />
        )}
      </Panel>
    </>
  );
}
