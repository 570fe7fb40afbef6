"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck, FormInput } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";

const ways = ["pay_elsewhere", "give_up"] as const;

/**
 * The two ends that a person can give a refund which WeChat could not bring to one: the customer was
 * paid otherwise, or is not paid.
 * @param isLate of money that came too late: it can only be paid back
 * @param mustLookThere paid to a merchant number that is no longer ours: WeChat cannot be asked
 */
export function RefundByHand({
  end,
  isLate,
  mustLookThere,
  isSteppedUp,
}: {
  end: FormAction;
  isLate: boolean;
  mustLookThere: boolean;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("refunds.byHand");
  return (
    <details className="mt-2">
      <summary className="cursor-pointer text-leaf">{text("title")}</summary>
      <div className="mt-3 grid gap-6">
        {ways
          .filter((way) => way === "pay_elsewhere" || !isLate)
          .map((way) => (
            <section key={way} className="grid gap-3">
              <p className="text-ink-soft">{text(`explain.${way}`)}</p>
              <ActionForm
                action={end}
                submitLabel={text(`submit.${way}`)}
                look={way === "give_up" ? "danger" : "primary"}
                className="grid gap-3"
              >
                <input type="hidden" name="way" value={way} />
                <FormInput
                  name="reason"
                  label={text("reason")}
                  hint={text(`reasonHint.${way}`)}
                  maxLength={200}
                />
                {mustLookThere && <FormCheck name="checkedThere" label={text("checkedThere")} />}
                <PasswordAgain isSteppedUp={isSteppedUp} />
              </ActionForm>
            </section>
          ))}
      </div>
    </details>
  );
}
