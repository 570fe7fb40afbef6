"use client";

import { useTranslations } from "next-intl";
import { type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormCheck, FormInput, FormSelect } from "@/components/ui/form-field";
import { Panel } from "@/components/ui/panel";
import type { CommissionScope } from "@/domain/commissions/resolve-rule";
import { MarginPreview } from "@/features/commissions/components/dashboard-margin-preview";
import type { RuleTarget } from "@/features/commissions/queries/list-rule-targets";
import type { SkuMarginView } from "@/features/commissions/schema";

/** The rule as the form begins: amounts as they are typed. */
export type RuleDraft = {
  scope: CommissionScope;
  scopeId: string;
  level: 1 | 2;
  kind: "rate" | "fixed";
  value: string;
  enabled: boolean;
};

const scopes = ["merchant", "category", "product", "sku", "grade"] as const;
/** Typing settles before the server is asked. */
const pauseMs = 350;

/** Edits one rule; what it would leave of every product stands beside it while it is typed. */
export function RuleEditor({
  draft,
  targets,
  level2Enabled,
  initialPreview,
  save,
  preview,
}: {
  draft: RuleDraft;
  targets: readonly RuleTarget[];
  level2Enabled: boolean;
  initialPreview: readonly SkuMarginView[];
  save: FormAction;
  /** Null where the form cannot be read yet. */
  preview: (form: FormData) => Promise<SkuMarginView[] | null>;
}) {
  const text = useTranslations("rules");
  const [scope, setScope] = useState<string>(draft.scope);
  const [kind, setKind] = useState<string>(draft.kind);
  const [skus, setSkus] = useState(initialPreview);
  const [isAsking, startAsking] = useTransition();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);

  function ask(event: FormEvent<HTMLDivElement>) {
    const form = event.target instanceof HTMLElement ? event.target.closest("form") : null;
    if (!form) return;
    clearTimeout(timer.current);
    timer.current = setTimeout(() => {
      startAsking(async () => {
        const found = await preview(new FormData(form)).catch(() => null);
        if (found) setSkus(found);
      });
    }, pauseMs);
  }

  return (
    <div className="grid items-start gap-4 lg:grid-cols-[20rem_1fr]">
      <Panel title={text("rule")}>
        {/* Whatever changes in the form changes the preview. */}
        <div onChange={ask}>
          <ActionForm action={save} submitLabel={text("save")}>
            <FormSelect
              name="scope"
              label={text("scope")}
              value={scope}
              onChange={(event) => setScope(event.target.value)}
              choices={scopes.map((value) => ({ value, label: text(`scopes.${value}`) }))}
            />
            {scope !== "merchant" && (
              <FormSelect
                key={scope}
                name="scopeId"
                label={text("about")}
                defaultValue={draft.scopeId}
                choices={targets
                  .filter((target) => target.scope === scope)
                  .map(({ id, name }) => ({ value: id, label: name }))}
              />
            )}
            <FormSelect
              name="level"
              label={text("level")}
              defaultValue={String(draft.level)}
              {...(level2Enabled ? {} : { hint: text("level2Off") })}
              choices={(level2Enabled || draft.level === 2 ? [1, 2] : [1]).map((level) => ({
                value: String(level),
                label: text("levelNo", { level }),
              }))}
            />
            <FormSelect
              name="kind"
              label={text("kind")}
              value={kind}
              onChange={(event) => setKind(event.target.value)}
              choices={[
                { value: "rate", label: text("kindRate") },
                { value: "fixed", label: text("kindFixed") },
              ]}
            />
            <FormInput
              name="value"
              label={text(kind === "rate" ? "rate" : "fixed")}
              hint={text(kind === "rate" ? "rateHint" : "fixedHint")}
              defaultValue={draft.value}
              inputMode="decimal"
              autoComplete="off"
            />
            <FormCheck
              name="enabled"
              label={text("enabled")}
              hint={text("enabledHint")}
              defaultChecked={draft.enabled}
            />
            {skus.some(({ margin }) => margin.sellsAtLoss) && (
              <FormCheck name="lossConfirmed" label={text("lossConfirmed")} />
            )}
          </ActionForm>
        </div>
      </Panel>
      <Panel title={text("preview")} hint={text("previewHint")}>
        <div aria-busy={isAsking} className={isAsking ? "opacity-60" : ""}>
          <MarginPreview skus={skus} />
        </div>
      </Panel>
    </div>
  );
}
