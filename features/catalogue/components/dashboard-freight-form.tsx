"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { Button } from "@/components/ui/button";
import { FormCheck, FormInput } from "@/components/ui/form-field";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import type { FreightTemplateView } from "@/features/catalogue/queries/list-freight-templates";

type Rule = FreightTemplateView["rules"][number];

const firstRule: Rule = {
  provinces: "default",
  firstQuantity: 1,
  firstFen: 0n,
  nextQuantity: 0,
  nextFen: 0n,
};

/** Adds or changes a freight template with its rules by province. */
export function FreightForm({
  template,
  save,
}: {
  /** Null adds one. */
  template: FreightTemplateView | null;
  save: FormAction;
}) {
  const text = useTranslations("settings");
  const [rules, setRules] = useState(() =>
    (template && template.rules.length > 0 ? template.rules : [firstRule]).map((rule, key) => ({
      key,
      rule,
    })),
  );
  const nextKey = Math.max(...rules.map(({ key }) => key)) + 1;
  return (
    <ActionForm
      action={save}
      submitLabel={text(template ? "saveFreight" : "addFreight")}
      look={template ? "plain" : "primary"}
      beside={
        <Button
          look="quiet"
          onClick={() => setRules([...rules, { key: nextKey, rule: firstRule }])}
        >
          {text("addRule")}
        </Button>
      }
    >
      <div className="grid gap-3 md:grid-cols-3">
        <FormInput
          name="name"
          label={text("freightName")}
          defaultValue={template?.name}
          maxLength={30}
        />
        <FormInput
          name="freeFromFen"
          label={text("freeFrom")}
          hint={text("freeFromHint")}
          inputMode="decimal"
          defaultValue={template?.freeFromFen == null ? "" : formatYuanPlain(template.freeFromFen)}
        />
        <div className="self-center">
          <FormCheck
            name="isDefault"
            label={text("isDefault")}
            defaultChecked={template?.isDefault ?? false}
          />
        </div>
      </div>
      {rules.map(({ key, rule }, index) => (
        <FreightRuleRow
          key={key}
          name={`rules.${index}`}
          rule={rule}
          onRemove={
            rules.length > 1 ? () => setRules(rules.filter((row) => row.key !== key)) : null
          }
        />
      ))}
    </ActionForm>
  );
}

function FreightRuleRow({
  name,
  rule,
  onRemove,
}: {
  name: string;
  rule: Rule;
  onRemove: (() => void) | null;
}) {
  const text = useTranslations("settings");
  return (
    <fieldset className="grid grid-cols-2 gap-3 rounded-md border border-line p-3 md:grid-cols-5">
      <legend className="px-1 text-sm text-ink-faint">{text("freightRule")}</legend>
      <div className="col-span-2 md:col-span-5">
        <FormInput
          name={`${name}.provinces`}
          label={text("provinces")}
          hint={text("provincesHint")}
          defaultValue={rule.provinces === "default" ? "" : rule.provinces.join("、")}
        />
      </div>
      <FormInput
        name={`${name}.firstQuantity`}
        label={text("firstQuantity")}
        inputMode="numeric"
        defaultValue={String(rule.firstQuantity)}
      />
      <FormInput
        name={`${name}.firstFen`}
        label={text("firstFee")}
        inputMode="decimal"
        defaultValue={formatYuanPlain(rule.firstFen)}
      />
      <FormInput
        name={`${name}.nextQuantity`}
        label={text("nextQuantity")}
        inputMode="numeric"
        defaultValue={String(rule.nextQuantity)}
      />
      <FormInput
        name={`${name}.nextFen`}
        label={text("nextFee")}
        inputMode="decimal"
        defaultValue={formatYuanPlain(rule.nextFen)}
      />
      <div className="flex flex-wrap items-center gap-2">
        <FormCheck
          name={`${name}.refused`}
          label={text("notDelivered")}
          defaultChecked={rule.refused ?? false}
        />
        {onRemove && (
          <Button look="quiet" onClick={onRemove}>
            {text("removeRule")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
