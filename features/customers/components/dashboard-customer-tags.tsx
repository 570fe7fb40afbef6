import Link from "next/link";
import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import { ActionForm } from "@/components/ui/action-form";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";

/** The tags of a customer; each leads to everybody who has it. Who may, puts them on and takes them off. */
export function CustomerTags({
  tags,
  add,
}: {
  tags: readonly { tag: string; remove: () => Promise<ActionResult> }[];
  /** Null for who may only read. */
  add: FormAction | null;
}) {
  const text = useTranslations("customers.tags");
  return (
    <div className="grid gap-4">
      {tags.length === 0 && <p className="text-sm text-ink-faint">{text("none")}</p>}
      {tags.length > 0 && (
        <ul className="grid gap-2">
          {tags.map(({ tag, remove }) => (
            <li key={tag} className="flex items-center justify-between gap-3 text-sm">
              <Link
                href={`/merchant/customers?${new URLSearchParams({ tag })}`}
                className="break-all text-leaf hover:underline"
              >
                {tag}
              </Link>
              {add && (
                <ActionButton look="quiet" action={remove}>
                  {text("remove")}
                </ActionButton>
              )}
            </li>
          ))}
        </ul>
      )}
      {add && (
        <ActionForm action={add} submitLabel={text("add")} look="plain" clears>
          <FormInput name="tag" label={text("tag")} hint={text("tagHint")} maxLength={20} />
        </ActionForm>
      )}
    </div>
  );
}
