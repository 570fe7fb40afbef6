"use client";

import { Button } from "@/components/phone/button";
import { Notice } from "@/components/phone/notice";
import type { ReceiptText } from "@/features/payouts/components/receipt-text";
import { useReceipt } from "@/features/payouts/components/use-receipt";

/** 确认收款, with everything that can be said about it. */
export function ReceiveButton({ payoutNo, text }: { payoutNo: string; text: ReceiptText }) {
  const { step, receive, check } = useReceipt(payoutNo);
  const pending = step.kind === "opening" || step.kind === "checking";
  return (
    <div className="w-full min-w-0">
      <div role="status" className="mb-2 empty:mb-0">
        {step.kind === "stopped" ? <Notice tone="careful">{text[step.why]}</Notice> : null}
        {step.kind === "slow" ? <Notice tone="careful">{text.slow}</Notice> : null}
      </div>
      {step.kind === "slow" ? (
        <Button look="outline" className="mb-2 w-full" onClick={() => void check()}>
          {text.refresh}
        </Button>
      ) : null}
      <Button
        look="buy"
        className="min-h-13 w-full text-[1.0625rem]"
        pending={pending}
        onClick={() => void receive()}
      >
        {labelOf(step.kind, text)}
      </Button>
    </div>
  );
}

function labelOf(kind: string, text: ReceiptText): string {
  if (kind === "opening") return text.confirming;
  return kind === "checking" ? text.checking : text.confirm;
}
