"use client";

import { useMemo, useState } from "react";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { parseYuan } from "@/domain/money/parse-yuan";
import { refundAmountFen } from "@/domain/refunds/judge-refund";
import { proposeLineRefund } from "@/domain/refunds/propose-line-refund";
import type { PreviewRefundInput, RefundPanelView } from "@/features/refunds/schema";

export type LineDraft = { quantity: number; amountText: string; restock: number };

const untouched: LineDraft = { quantity: 0, amountText: "", restock: 0 };

/** What is typed into the refund form, and what it means: null while an amount cannot be read. */
export function useRefundDraft(panel: RefundPanelView) {
  const [lines, setLines] = useState<Record<number, LineDraft>>({});
  const [freightText, setFreightText] = useState("");
  const lineOf = (lineNo: number) => lines[lineNo] ?? untouched;
  const change = (lineNo: number, over: Partial<LineDraft>) =>
    setLines((all) => ({ ...all, [lineNo]: { ...(all[lineNo] ?? untouched), ...over } }));

  /** The amount follows the units; whoever wants another one types it afterwards. */
  function setQuantity(line: RefundPanelView["lines"][number], quantity: number) {
    const amountFen = proposeLineRefund(line, quantity);
    const restock = panel.isUnshipped ? quantity : Math.min(lineOf(line.lineNo).restock, quantity);
    const amountText = amountFen > 0n ? formatYuanPlain(amountFen) : "";
    change(line.lineNo, { quantity, restock, amountText });
  }

  function fillAll() {
    for (const line of panel.lines) {
      const quantity = unitsLeft(line);
      const leftFen = moneyLeft(line);
      const amountText = leftFen > 0n ? formatYuanPlain(leftFen) : "";
      change(line.lineNo, { quantity, amountText, restock: panel.isUnshipped ? quantity : 0 });
    }
    setFreightText(panel.freightLeftFen > 0n ? formatYuanPlain(panel.freightLeftFen) : "");
  }

  // The same object as long as the same is asked for: the preview is asked anew when it changes.
  const input = useMemo(() => toInput(panel, lines, freightText), [panel, lines, freightText]);
  const amountFen = input === null ? 0n : refundAmountFen(input);
  return { lineOf, change, setQuantity, freightText, setFreightText, fillAll, input, amountFen };
}

/** Units that no refund has asked for. */
export function unitsLeft(line: RefundPanelView["lines"][number]): number {
  return line.quantity - line.refundedQuantity - line.inFlightQuantity;
}

/** Money that no refund has asked for, in fen. */
export function moneyLeft(line: RefundPanelView["lines"][number]): bigint {
  return line.payableFen - line.refundedFen - line.inFlightFen;
}

/** An amount as typed; an empty field is nothing. @returns null when it cannot be read */
export function readFen(text: string): bigint | null {
  if (text.trim() === "") return 0n;
  const parsed = parseYuan(text);
  return parsed.ok ? parsed.fen : null;
}

function toInput(
  panel: RefundPanelView,
  drafts: Readonly<Record<number, LineDraft>>,
  freightText: string,
): PreviewRefundInput | null {
  const freightFen = readFen(freightText);
  const lines = panel.lines.map(({ lineNo }) => {
    const { quantity, amountText, restock } = drafts[lineNo] ?? untouched;
    return { lineNo, quantity, amountFen: readFen(amountText), restockQuantity: restock };
  });
  const asked = lines.flatMap(({ amountFen, ...line }) =>
    amountFen === null ? [] : [{ ...line, amountFen }],
  );
  if (freightFen === null || asked.length < lines.length) return null;
  const lasting = asked.filter(({ amountFen, quantity }) => amountFen > 0n || quantity > 0);
  return { orderNo: panel.orderNo, lines: lasting, freightFen };
}
