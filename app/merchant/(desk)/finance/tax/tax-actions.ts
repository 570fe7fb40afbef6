"use server";

import { getTranslations } from "next-intl/server";
import { readTaxRule } from "@/app/merchant/(desk)/finance/tax/read-tax-rule";
import { readForm } from "@/app/merchant/read-form";
import { staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { formatYuan, formatYuanPlain } from "@/domain/money/format-yuan";
import { findTermsFault } from "@/domain/tax/find-terms-fault";
import { sampleFigures } from "@/domain/tax/sample-figures";
import { addTaxRule } from "@/features/closing/commands/add-tax-rule";
import { exportFiling } from "@/features/closing/commands/export-filing";
import { recordRemittance } from "@/features/closing/commands/record-remittance";
import {
  type FilingRow,
  monthSchema,
  remittanceFormSchema,
  taxRuleSchema,
} from "@/features/closing/schema";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";

const path = "/merchant/finance/tax";

/** Adds a version; without the tick it only answers with what the rule would withhold. */
export async function addTaxRuleAction(form: FormData): Promise<ActionResult> {
  return staffAct("tax.write", async (act) => {
    const { staff, text, now } = act;
    const read = readTaxRule(form);
    if (!read.ok) {
      const faults = { [read.field]: text(read.fault) };
      return { ok: false, message: text("common.checkFields"), faults };
    }
    const input = readForm(taxRuleSchema, read.input, text);
    if (!input.ok) return input.refusal;
    const { terms } = input.data;
    const fault = findTermsFault(terms);
    if (fault) return { ok: false, message: text(`reconciliation.tax.ruleFault.${fault}`) };
    if (form.get("confirmed") !== "yes") {
      const figures = sampleFigures(terms).map(({ incomeFen, taxFen }) =>
        text("reconciliation.tax.previewOne", {
          income: formatYuan(incomeFen),
          tax: formatYuan(taxFen),
        }),
      );
      const list = figures.join(text("common.comma"));
      const message = text("reconciliation.tax.preview", { list });
      return { ok: false, message };
    }
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const added = await addTaxRule(staff, input.data, now);
    if (!added.ok) {
      const isAsleep = added.reason === "step_up_needed";
      if (isAsleep) return { ok: false, message: text("payouts.stepUp.needed") };
      return { ok: false, message: text(`reconciliation.tax.ruleFault.${added.reason}`) };
    }
    const { version } = added;
    return { ok: true, message: text("reconciliation.tax.ruleSaved", { version }), goTo: path };
  });
}

export async function recordRemittanceAction(
  taxMonth: string,
  form: FormData,
): Promise<ActionResult> {
  return staffAct("tax.export", async (act) => {
    const { staff, text, now } = act;
    const fields = { ...Object.fromEntries(form), taxMonth };
    const input = readForm(remittanceFormSchema, fields, text);
    if (!input.ok) return input.refusal;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const { amount: amountFen, ...rest } = input.data;
    const recorded = await recordRemittance(staff, { ...rest, amountFen }, now);
    if (recorded.ok) {
      const amount = formatYuan(amountFen);
      return { ok: true, message: text("reconciliation.tax.recorded", { amount }) };
    }
    const owed = recorded.reason === "above_owed" ? formatYuan(recorded.owedFen) : "";
    return { ok: false, message: text(`reconciliation.tax.refusal.${recorded.reason}`, { owed }) };
  });
}

/** Names and identity numbers leave in the clear: by password, and on record. */
export async function exportFilingAction(month: string, form: FormData): Promise<ActionResult> {
  return staffAct("tax.export", async (act) => {
    const { staff, text, now } = act;
    if (!monthSchema.safeParse(month).success) return { ok: false, message: text("common.gone") };
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const exported = await exportFiling(staff, month, now);
    if (!exported.ok) {
      return { ok: false, message: text(`reconciliation.tax.refusal.${exported.reason}`) };
    }
    const count = exported.rows.length;
    return {
      ok: true,
      message: text("reconciliation.tax.exported", { count }),
      file: { name: `tax-${month}.csv`, text: await toCsv(month, exported.rows) },
    };
  });
}

async function toCsv(month: string, rows: readonly FilingRow[]): Promise<string> {
  const text = await getTranslations("reconciliation.tax");
  const names = ["realName", "idNumber", "kind", "month", "payouts", "gross", "tax"] as const;
  const head = names.map((name) => text(`column.${name}`));
  const lines = rows.map(({ realName, idNumber, payouts, grossFen, taxFen }) => [
    realName,
    // A tab behind it keeps a spreadsheet from rounding eighteen digits as a number.
    idNumber && `${idNumber}\t`,
    text("incomeKind"),
    month,
    String(payouts),
    formatYuanPlain(grossFen),
    formatYuanPlain(taxFen),
  ]);
  return csvByteOrderMark + writeCsv([head, ...lines]);
}
