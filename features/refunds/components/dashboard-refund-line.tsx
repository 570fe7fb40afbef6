"use client";

import { useTranslations } from "next-intl";
import { Field, inputLook, TextField } from "@/components/ui/field";
import { formatYuan } from "@/domain/money/format-yuan";
import {
  type LineDraft,
  moneyLeft,
  readFen,
  unitsLeft,
} from "@/features/refunds/components/use-refund-draft";
import type { RefundableLineView } from "@/features/refunds/schema";

/** One line of an order in the refund form: units, money, and how many go back on the shelf. */
export function RefundLineFields({
  line,
  draft,
  onQuantity,
  onChange,
}: {
  line: RefundableLineView;
  draft: LineDraft;
  onQuantity: (quantity: number) => void;
  onChange: (over: Partial<LineDraft>) => void;
}) {
  const text = useTranslations("refunds");
  const leftFen = moneyLeft(line);
  const name = [line.productTitle, line.optionName].filter(Boolean).join(" ");
  const isUnreadable = readFen(draft.amountText) === null;
  return (
    <fieldset className="min-w-0 border-line border-t pt-3" disabled={leftFen === 0n}>
      <legend className="sr-only">{name}</legend>
      <p className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm">
        <span className="font-medium">{name}</span>
        <span className="text-ink-faint tabular-nums">
          {text("left", { yuan: formatYuan(leftFen), count: unitsLeft(line) })}
          {line.inFlightFen > 0n &&
            ` · ${text("inFlight", { yuan: formatYuan(line.inFlightFen) })}`}
        </span>
      </p>
      <div className="mt-2 grid grid-cols-2 gap-3 sm:grid-cols-3">
        <Field label={text("quantity")}>
          {(ids) => (
            <select
              {...ids}
              className={inputLook}
              value={draft.quantity}
              onChange={(event) => onQuantity(Number(event.target.value))}
            >
              {counts(unitsLeft(line))}
            </select>
          )}
        </Field>
        <TextField
          label={text("amount")}
          inputMode="decimal"
          autoComplete="off"
          placeholder="0.00"
          value={draft.amountText}
          error={isUnreadable ? text("fault.amount") : undefined}
          onChange={(event) => onChange({ amountText: event.target.value })}
        />
        <Field label={text("restock")}>
          {(ids) => (
            <select
              {...ids}
              className={inputLook}
              value={draft.restock}
              disabled={draft.quantity === 0}
              onChange={(event) => onChange({ restock: Number(event.target.value) })}
            >
              {counts(draft.quantity)}
            </select>
          )}
        </Field>
      </div>
    </fieldset>
  );
}

function counts(most: number) {
  return Array.from({ length: most + 1 }, (_, count) => count).map((count) => (
    <option key={count} value={count}>
      {count}
    </option>
  ));
}
