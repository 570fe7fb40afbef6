"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionResult } from "@/components/ui/action-result";
import { Button } from "@/components/ui/button";
import { Field, inputLook, TextField } from "@/components/ui/field";
import { formatYuan } from "@/domain/money/format-yuan";
import { REFUND_KINDS, type RefundKind } from "@/domain/refunds/refund-kind";
import { RefundLineFields } from "@/features/refunds/components/dashboard-refund-line";
import { RefundPreviewList } from "@/features/refunds/components/dashboard-refund-preview";
import { readFen, useRefundDraft } from "@/features/refunds/components/use-refund-draft";
import type {
  PreviewRefundInput,
  RefundPanelView,
  RefundPreview,
  RequestRefundInput,
} from "@/features/refunds/schema";

/**
 * Asks for a refund line by line. What it takes from whom stands below while it is typed. What the
 * page showed as refunded goes with the request, so that a second tab is told instead of believed.
 */
export function RefundForm({
  panel,
  preview,
  request,
}: {
  panel: RefundPanelView;
  preview: (input: PreviewRefundInput) => Promise<RefundPreview>;
  request: (input: RequestRefundInput) => Promise<ActionResult>;
}) {
  const text = useTranslations("refunds");
  const draft = useRefundDraft(panel);
  const [kind, setKind] = useState<RefundKind | null>(null);
  const [reason, setReason] = useState("");
  const [note, setNote] = useState("");
  const { input, amountFen } = draft;
  const yuan = formatYuan(amountFen);

  function send(): Promise<ActionResult> {
    if (input === null) return Promise.resolve({ ok: false, message: text("refusal.bad_input") });
    if (kind === null) return Promise.resolve({ ok: false, message: text("fault.kind") });
    return request({ ...input, kind, reason, note, seenRefundedFen: panel.askedFen });
  }

  return (
    <div className="grid gap-3">
      {panel.lines.map((line) => (
        <RefundLineFields
          key={line.lineNo}
          line={line}
          draft={draft.lineOf(line.lineNo)}
          onQuantity={(quantity) => draft.setQuantity(line, quantity)}
          onChange={(over) => draft.change(line.lineNo, over)}
        />
      ))}
      <div className="grid gap-3 border-line border-t pt-3 sm:grid-cols-2 lg:grid-cols-4">
        {panel.freightFen > 0n && (
          <TextField
            label={text("freight", { yuan: formatYuan(panel.freightLeftFen) })}
            inputMode="decimal"
            autoComplete="off"
            placeholder="0.00"
            value={draft.freightText}
            error={readFen(draft.freightText) === null ? text("fault.amount") : undefined}
            onChange={(event) => draft.setFreightText(event.target.value)}
          />
        )}
        <KindField onChoose={setKind} />
        <TextField
          label={text("reason")}
          hint={text("reasonHint")}
          maxLength={80}
          autoComplete="off"
          value={reason}
          onChange={(event) => setReason(event.target.value)}
        />
        <TextField
          label={text("note")}
          hint={text("noteHint")}
          maxLength={500}
          autoComplete="off"
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      {input !== null && amountFen > 0n && <RefundPreviewList input={input} preview={preview} />}
      <div className="flex flex-wrap items-center gap-3">
        {amountFen > 0n ? (
          <ActionButton look="danger" question={text("question", { yuan })} action={send}>
            {text("submit", { yuan })}
          </ActionButton>
        ) : (
          <Button look="danger" disabled>
            {text("submitNothing")}
          </Button>
        )}
        <Button look="quiet" onClick={draft.fillAll}>
          {text("fillAll")}
        </Button>
      </div>
    </div>
  );
}

/** What kind of trouble it was: nothing is chosen beforehand, or every refund would be of that kind. */
function KindField({ onChoose }: { onChoose: (kind: RefundKind | null) => void }) {
  const text = useTranslations("refunds");
  return (
    <Field label={text("kind")} hint={text("kindHint")}>
      {(ids) => (
        <select
          {...ids}
          defaultValue=""
          onChange={(event) =>
            onChoose(REFUND_KINDS.find((one) => one === event.target.value) ?? null)
          }
          className={inputLook}
        >
          <option value="">{text("chooseKind")}</option>
          {REFUND_KINDS.map((one) => (
            <option key={one} value={one}>
              {text(`kinds.${one}`)}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
