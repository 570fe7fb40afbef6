import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

/** Puts a tag on everybody of the list above, not only on those of the page. */
export function TagSegmentForm({ tag, save }: { tag: string; save: FormAction }) {
  const text = useTranslations("insights.rfm.tag");
  return (
    <ActionForm action={save} submitLabel={text("submit")} look="plain">
      <FormInput
        name="tag"
        label={text("label")}
        hint={text("hint")}
        maxLength={20}
        defaultValue={tag}
      />
    </ActionForm>
  );
}
