"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormArea, FormInput, FormSelect } from "@/components/ui/form-field";
import { Panel } from "@/components/ui/panel";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { PictureList } from "@/features/catalogue/components/dashboard-picture-list";
import { type SkuDraft, SkuRows } from "@/features/catalogue/components/dashboard-sku-rows";
import type {
  StaffProductView,
  StaffSkuView,
} from "@/features/catalogue/queries/get-product-for-staff";
import type { Shelves } from "@/features/catalogue/queries/list-shelves";

function toDraft(sku: StaffSkuView): SkuDraft {
  return {
    id: sku.skuId,
    code: sku.code,
    optionName: sku.optionName,
    unitPrice: formatYuanPlain(sku.unitPriceFen),
    listPrice: sku.listPriceFen === null ? "" : formatYuanPlain(sku.listPriceFen),
    cost: formatYuanPlain(sku.costFen),
    weightGrams: String(sku.weightGrams),
    isActive: sku.isActive,
  };
}

/** Creates a product, or edits the one given. */
export function ProductForm({
  action,
  product,
  shelves,
}: {
  action: FormAction;
  product: StaffProductView | null;
  shelves: Shelves;
}) {
  const text = useTranslations("products");
  const statuses = ["active", "draft", "archived"] as const;
  return (
    <ActionForm action={action} submitLabel={text(product ? "save" : "create")}>
      <input type="hidden" name="seenUpdatedAt" value={product?.updatedAt.toISOString() ?? ""} />
      <Panel title={text("basics")}>
        <div className="grid gap-3 md:grid-cols-2">
          <FormInput
            name="title"
            label={text("name")}
            defaultValue={product?.title}
            maxLength={60}
          />
          <FormInput
            name="subtitle"
            label={text("subtitle")}
            defaultValue={product?.subtitle}
            maxLength={100}
          />
          <FormSelect
            name="categoryId"
            label={text("category")}
            defaultValue={product?.categoryId ?? ""}
            choices={[
              { value: "", label: text("choose") },
              ...shelves.categories.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <FormSelect
            name="status"
            label={text("statusLabel")}
            defaultValue={product?.status ?? "draft"}
            choices={statuses.map((value) => ({ value, label: text(`status.${value}`) }))}
          />
          <FormSelect
            name="freightTemplateId"
            label={text("freight")}
            defaultValue={product?.freightTemplateId ?? ""}
            choices={[
              { value: "", label: text("defaultFreight") },
              ...shelves.freightTemplates.map(({ id, name }) => ({ value: id, label: name })),
            ]}
          />
          <FormInput
            name="slug"
            label={text("slug")}
            hint={text(product ? "slugFixed" : "slugHint")}
            defaultValue={product?.slug}
            readOnly={product !== null}
            maxLength={60}
            spellCheck={false}
          />
        </div>
        <fieldset className="mt-3">
          <legend className="mb-1 text-sm font-medium text-ink-soft">{text("scenes")}</legend>
          <div className="flex flex-wrap gap-x-5 gap-y-2">
            {shelves.scenes.map(({ id, title }) => (
              <SceneCheck
                key={id}
                value={id}
                label={title}
                isChecked={product?.sceneIds.includes(id) ?? false}
              />
            ))}
          </div>
        </fieldset>
      </Panel>
      <Panel title={text("pictures")}>
        <PictureList initial={product?.pictures ?? []} />
      </Panel>
      <Panel title={text("skus")} hint={text("skusHint")}>
        <SkuRows initial={product?.skus.map(toDraft) ?? []} />
      </Panel>
      <Panel title={text("words")}>
        <div className="grid gap-3">
          <FormArea
            name="description"
            label={text("description")}
            defaultValue={product?.description}
            rows={8}
            maxLength={10_000}
          />
          <FormArea
            name="specifications"
            label={text("specifications")}
            hint={text("specificationsHint")}
            defaultValue={product?.specifications
              .map(({ name, value }) => `${name}：${value}`)
              .join("\n")}
            rows={5}
          />
        </div>
      </Panel>
    </ActionForm>
  );
}

function SceneCheck({
  value,
  label,
  isChecked,
}: {
  value: string;
  label: string;
  isChecked: boolean;
}) {
  return (
    <label className="flex items-center gap-2 text-sm">
      <input
        type="checkbox"
        name="sceneIds"
        value={value}
        defaultChecked={isChecked}
        className="size-4 accent-leaf"
      />
      {label}
    </label>
  );
}
