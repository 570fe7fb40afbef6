"use client";

import { useRouter } from "next/navigation";
import { useState, useTransition } from "react";
import { Button } from "@/components/phone/button";
import { ConfirmSheet } from "@/components/phone/confirm-sheet";

export type RevokeText = Record<"revoke" | "restore" | "title" | "body" | "keep", string>;

/** Stops a link after asking, or lets a stopped one work again. */
export function RevokeButton({
  linkId,
  revoked,
  action,
  text,
}: {
  linkId: string;
  revoked: boolean;
  action: (input: { linkId: string; revoked: boolean }) => Promise<void>;
  text: RevokeText;
}) {
  const router = useRouter();
  const [asking, setAsking] = useState(false);
  const [pending, startTransition] = useTransition();
  const change = () =>
    startTransition(async () => {
      await action({ linkId, revoked: !revoked });
      setAsking(false);
      router.refresh();
    });
  if (revoked) {
    return (
      <Button look="outline" pending={pending} onClick={change}>
        {text.restore}
      </Button>
    );
  }
  return (
    <>
      <Button look="quiet" onClick={() => setAsking(true)}>
        {text.revoke}
      </Button>
      <ConfirmSheet
        open={asking}
        title={text.title}
        body={text.body}
        confirmLabel={text.revoke}
        cancelLabel={text.keep}
        look="danger"
        pending={pending}
        onConfirm={change}
        onClose={() => setAsking(false)}
      />
    </>
  );
}
