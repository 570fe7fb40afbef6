"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck } from "@/components/ui/form-field";
import { Moment } from "@/components/ui/moment";
import { Notice } from "@/components/ui/notice";
import { PasswordAgain } from "@/components/ui/password-again";

/**
 * What the owner does when a person asks for their data, or asks to be forgotten.
 * @param erasedAt when they were; it can be done again, should something have come in since
 */
export function PersonData({
  download,
  erase,
  erasedAt,
  isSteppedUp,
}: {
  download: FormAction;
  erase: FormAction;
  erasedAt: Date | null;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("customers.data");
  return (
    <div className="grid gap-4 text-sm">
      {erasedAt && (
        <Notice tone="info">
          {text("erasedOn")} <Moment at={erasedAt} />
        </Notice>
      )}
      <details>
        <summary className="cursor-pointer text-leaf">{text("export.title")}</summary>
        <div className="mt-3 grid gap-3">
          <p className="text-ink-soft">{text("export.explain")}</p>
          <ActionForm action={download} submitLabel={text("export.submit")} className="grid gap-3">
            <PasswordAgain isSteppedUp={isSteppedUp} />
          </ActionForm>
        </div>
      </details>
      <details>
        <summary className="cursor-pointer text-leaf">{text("erase.title")}</summary>
        <div className="mt-3 grid gap-3">
          <p className="text-ink-soft">{text("erase.explain")}</p>
          <ActionForm
            action={erase}
            submitLabel={text("erase.submit")}
            look="danger"
            className="grid gap-3"
          >
            <FormCheck name="confirmed" label={text("erase.confirmed")} />
            <PasswordAgain isSteppedUp={isSteppedUp} />
          </ActionForm>
        </div>
      </details>
    </div>
  );
}
