"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

type Shelf = { slug: string; position: number; description?: string };

/** Adds or changes one category or scene in a line. */
export function ShelfForm({
  nameField,
  name,
  shelf,
  save,
  remove,
}: {
  /** What the name is called in the form: categories have a name, scenes a title. */
  nameField: "name" | "title";
  name: string;
  /** Null adds one. */
  shelf: Shelf | null;
  save: FormAction;
  remove?: () => Promise<ActionResult>;
}) {
  const text = useTranslations("products");
  const common = useTranslations("common");
  return (
    <ActionForm
      action={save}
      submitLabel={shelf ? common("save") : text("addShelf")}
      look={shelf ? "plain" : "primary"}
      clears={shelf === null}
      beside={
        remove && (
          <ActionButton look="danger" question={text("deleteQuestion", { name })} action={remove}>
            {common("delete")}
          </ActionButton>
        )
      }
    >
      <div className="grid grid-cols-2 gap-3 md:grid-cols-4">
        <FormInput name={nameField} label={text("shelfName")} defaultValue={name} maxLength={20} />
        <FormInput
          name="slug"
          label={text("slug")}
          defaultValue={shelf?.slug}
          maxLength={60}
          spellCheck={false}
        />
        <FormInput
          name="position"
          label={text("position")}
          inputMode="numeric"
          defaultValue={String(shelf?.position ?? 0)}
        />
        {nameField === "title" && (
          <FormInput
            name="description"
            label={text("sceneLine")}
            defaultValue={shelf?.description}
            maxLength={100}
          />
        )}
      </div>
    </ActionForm>
  );
}
