"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck, FormInput } from "@/components/ui/form-field";
import { Panel } from "@/components/ui/panel";
import { PasswordAgain } from "@/components/ui/password-again";

/**
 * The two ends that people can give a transfer which was sent under a former merchant number, as that
 * number's platform shows it: paid, which takes two of them, or not paid.
 */
export function FormerNumberEnds({
  mark,
  end,
  isMarked,
  isSteppedUp,
}: {
  mark: FormAction;
  end: FormAction;
  isMarked: boolean;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("payouts");
  return (
    <>
      <Panel title={text("former.paidTitle")} hint={text("former.paidHint")}>
        <ActionForm
          action={mark}
          submitLabel={text(isMarked ? "bank.confirm" : "former.mark")}
          className="grid gap-3"
        >
          <FormInput
            name="transferBillNo"
            label={text("one.transferBillNo")}
            hint={text(isMarked ? "former.billAgain" : "former.billHint")}
            maxLength={80}
            autoComplete="off"
          />
          <PasswordAgain isSteppedUp={isSteppedUp} />
        </ActionForm>
      </Panel>
      <Panel title={text("former.unpaidTitle")} hint={text("former.unpaidHint")}>
        <ActionForm
          action={end}
          submitLabel={text("former.unpaid")}
          look="danger"
          className="grid gap-3"
        >
          <FormInput
            name="reason"
            label={text("former.seen")}
            hint={text("former.seenHint")}
            maxLength={200}
          />
          <FormCheck name="checkedThere" label={text("former.checkedThere")} />
          <PasswordAgain isSteppedUp={isSteppedUp} />
        </ActionForm>
      </Panel>
    </>
  );
}
