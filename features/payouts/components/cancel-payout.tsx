"use client";

import { useState } from "react";
import { Button } from "@/components/phone/button";
import { ConfirmSheet } from "@/components/phone/confirm-sheet";
import { Notice } from "@/components/phone/notice";
import type { ReceiptText } from "@/features/payouts/components/receipt-text";
import { sendJson } from "@/lib/http/send-json";

/** Takes a withdrawal back while that is possible; asks once more before. */
export function CancelPayout({ payoutNo, text }: { payoutNo: string; text: ReceiptText }) {
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [failed, setFailed] = useState(false);

  async function cancel() {
    setPending(true);
    const answer = await sendJson("POST", `/api/mall/payouts/${payoutNo}/cancel`);
    if (answer.ok) return location.reload();
    setPending(false);
    setAsking(false);
    setFailed(true);
  }

  return (
    <>
      {failed ? (
        <Notice tone="bad" live className="w-full">
          {text.cancelFailed}
        </Notice>
      ) : null}
      <Button look="quiet" className="flex-1" onClick={() => setAsking(true)}>
        {text.cancel}
      </Button>
      <ConfirmSheet
        open={asking}
        title={text.cancelTitle}
        body={text.cancelBody}
        confirmLabel={text.cancelConfirm}
        cancelLabel={text.keep}
        look="danger"
        pending={pending}
        onConfirm={() => void cancel()}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
