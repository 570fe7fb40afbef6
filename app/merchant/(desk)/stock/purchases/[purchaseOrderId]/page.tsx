import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  cancelPurchaseAction,
  placePurchaseAction,
  receiveGoodsAction,
  savePurchaseAction,
} from "@/app/merchant/(desk)/stock/purchase-actions";
import { ActionButton } from "@/components/ui/action-button";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { canCancel, canReceive } from "@/domain/stock/purchase";
import { PurchaseDetail } from "@/features/purchasing/components/dashboard-purchase-detail";
import { PurchaseForm } from "@/features/purchasing/components/dashboard-purchase-form";
import { ReceiptForm } from "@/features/purchasing/components/dashboard-receipt-form";
import { getPurchaseOrder } from "@/features/purchasing/queries/get-purchase-order";
import { listSkuChoices } from "@/features/purchasing/queries/list-sku-choices";
import { listSuppliers } from "@/features/purchasing/queries/list-suppliers";
import type { SkuChoice } from "@/features/purchasing/schema";
import { requireStaff } from "@/features/staff/gate";
import { can } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";
import { newId } from "@/lib/ids/new-id";

/** Also what stands in the draft and is no longer offered. */
function withOwn(skus: readonly SkuChoice[], lines: readonly SkuChoice[]): SkuChoice[] {
  const offered = new Set(skus.map(({ skuId }) => skuId));
  return [...skus, ...lines.filter(({ skuId }) => !offered.has(skuId))];
}

type Params = Promise<{ purchaseOrderId: string }>;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("stock.purchase"))("title") };
}

export default async function PurchasePage({ params }: { params: Params }) {
  const { merchantId, role } = await requireStaff("stock.read");
  const { purchaseOrderId } = await params;
  if (!isId(purchaseOrderId)) notFound();
  const text = await getTranslations("stock.purchase");
  const { order, suppliers, skus } = await inMerchant(merchantId, async (tx) => ({
    order: await getPurchaseOrder(tx, { merchantId, purchaseOrderId }),
    suppliers: await listSuppliers(tx, { merchantId }),
    skus: await listSkuChoices(tx, { merchantId }),
  }));
  if (!order) notFound();
  const mayWrite = can(role, "stock.write");
  const { state, version } = order;
  return (
    <>
      <PageHeading
        title={text("one", { no: order.purchaseNo })}
        back={{ href: "/merchant/stock/purchases", label: text("title") }}
      >
        {mayWrite && state === "draft" && (
          <ActionButton
            action={placePurchaseAction.bind(null, purchaseOrderId, version)}
            question={text("placeQuestion")}
            look="primary"
          >
            {text("place")}
          </ActionButton>
        )}
        {mayWrite && canCancel(state) && (
          <ActionButton
            action={cancelPurchaseAction.bind(null, purchaseOrderId)}
            question={text("cancelQuestion")}
            look="danger"
          >
            {text(state === "partly_received" ? "cancelRest" : "cancel")}
          </ActionButton>
        )}
      </PageHeading>
      <div className="grid gap-4">
        {mayWrite && canReceive(state) && (
          <Panel title={text("receive")} hint={text("receiveHint")}>
            <ReceiptForm
              key={order.receipts.length}
              action={receiveGoodsAction.bind(null, purchaseOrderId)}
              lines={order.lines}
              idempotencyKey={newId()}
            />
          </Panel>
        )}
        <PurchaseDetail order={order} />
        {mayWrite && state === "draft" && (
          <Panel title={text("edit")}>
            <PurchaseForm
              key={version}
              action={savePurchaseAction.bind(null, purchaseOrderId, version)}
              suppliers={suppliers.filter(({ isActive }) => isActive)}
              skus={withOwn(skus, order.lines)}
              draft={{
                supplierId: order.supplierId,
                note: order.note,
                lines: order.lines.map(({ skuId, units, unitCostFen }) => ({
                  skuId,
                  units: String(units),
                  unitCost: formatYuanPlain(unitCostFen),
                })),
              }}
            />
          </Panel>
        )}
      </div>
    </>
  );
}
