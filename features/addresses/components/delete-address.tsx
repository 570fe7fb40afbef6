"use client";

import { useState } from "react";
import { Button } from "@/components/phone/button";
import { ConfirmSheet } from "@/components/phone/confirm-sheet";
import { Notice } from "@/components/phone/notice";
import type { AddressText } from "@/features/addresses/components/address-text";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/** Deletes an address after asking once more. */
export function DeleteAddress({ addressId, text }: { addressId: string; text: AddressText }) {
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function remove() {
    setPending(true);
    const answer = await sendJson("DELETE", `/api/mall/addresses/${addressId}`);
    if (answer.ok) return location.replace("/addresses");
    setPending(false);
    setAsking(false);
    setProblem(phoneSentence(answer.reason));
  }

  return (
    <div className="mt-3">
      {problem ? (
        <Notice tone="bad" live className="mb-3">
          {problem}
        </Notice>
      ) : null}
      <Button look="danger" className="w-full" onClick={() => setAsking(true)}>
        {text.delete}
      </Button>
      <ConfirmSheet
        open={asking}
        title={text.delete_title}
        body={text.delete_body}
        confirmLabel={text.delete}
        cancelLabel={text.cancel}
        look="danger"
        pending={pending}
        onConfirm={() => void remove()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
