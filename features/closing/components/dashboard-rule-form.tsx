"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck, FormInput } from "@/components/ui/form-field";
import { PasswordAgain } from "@/components/ui/password-again";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import type { LabourIncomeTerms } from "@/domain/tax/tax-rule";
import { formatBps } from "@/lib/i18n/format-bps";

const rows = [0, 1, 2, 3, 4];
/** The label says that it is percent. */
const percent = (bps: number) => formatBps(bps).replace("%", "");

/** A new version, beginning with the terms of the one before it. */
export function TaxRuleForm({
  add,
  name,
  terms,
  isSteppedUp,
}: {
  add: FormAction;
  name: string;
  terms: LabourIncomeTerms;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("reconciliation.tax");
  const field = useTranslations("reconciliation.tax.field");
  return (
    <ActionForm action={add} submitLabel={text("saveRule")}>
      <FormInput name="name" label={field("name")} defaultValue={name} maxLength={60} />
      <div className="grid gap-4 sm:grid-cols-2">
        <FormInput name="validFrom" type="date" label={field("validFrom")} />
        <FormInput
          name="validUntil"
          type="date"
          label={field("validUntil")}
          hint={field("validUntilHint")}
        />
      </div>
      <FormInput name="source" label={field("source")} hint={field("sourceHint")} maxLength={300} />
      <div className="grid gap-4 sm:grid-cols-3">
        <FormInput
          name="exempt"
          label={field("exempt")}
          hint={field("exemptHint")}
          inputMode="decimal"
          defaultValue={formatYuanPlain(terms.exemptFen)}
        />
        <FormInput
          name="fixedUntil"
          label={field("fixedUntil")}
          inputMode="decimal"
          defaultValue={formatYuanPlain(terms.fixedDeductionUntilFen)}
        />
        <FormInput
          name="share"
          label={field("share")}
          inputMode="decimal"
          defaultValue={percent(terms.deductionShareBps)}
        />
      </div>
      <fieldset className="grid gap-2">
        <legend className="font-medium text-ink-soft text-sm">{field("brackets")}</legend>
        <p className="text-ink-faint text-sm">{field("bracketsHint")}</p>
        {rows.map((row) => (
          <Bracket key={row} row={row} bracket={terms.brackets[row]} />
        ))}
      </fieldset>
      <FormCheck name="confirmed" label={field("confirmed")} />
      <PasswordAgain isSteppedUp={isSteppedUp} />
    </ActionForm>
  );
}

function Bracket({
  row,
  bracket,
}: {
  row: number;
  bracket: LabourIncomeTerms["brackets"][number] | undefined;
}) {
  const field = useTranslations("reconciliation.tax.field");
  const name = (part: string) => `brackets.${row}.${part}`;
  return (
    <div className="grid grid-cols-3 items-end gap-2">
      <FormInput
        name={name("above")}
        label={field("above")}
        inputMode="decimal"
        defaultValue={bracket && formatYuanPlain(bracket.aboveFen)}
      />
      <FormInput
        name={name("rate")}
        label={field("rate")}
        inputMode="decimal"
        defaultValue={bracket && percent(bracket.rateBps)}
      />
      <FormInput
        name={name("quick")}
        label={field("quick")}
        inputMode="decimal"
        defaultValue={bracket && formatYuanPlain(bracket.quickDeductionFen)}
      />
    </div>
  );
}
