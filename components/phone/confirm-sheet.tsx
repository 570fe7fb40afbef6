"use client";

import { Button } from "@/components/phone/button";
import type { ButtonLook } from "@/components/phone/button-look";
import { Sheet } from "@/components/phone/sheet";

/** Asks once more before something that cannot be taken back. */
export function ConfirmSheet({
  open,
  title,
  body,
  confirmLabel,
  cancelLabel,
  look = "primary",
  pending = false,
  onConfirm,
  onClose,
}: {
  open: boolean;
  title: string;
  body: string;
  confirmLabel: string;
  cancelLabel: string;
  look?: ButtonLook;
  pending?: boolean;
  onConfirm: () => void;
  onClose: () => void;
}) {
  return (
    <Sheet open={open} title={title} closeLabel={cancelLabel} onClose={onClose}>
      <p className="text-ink-soft">{body}</p>
      <div className="mt-6 mb-2 grid grid-cols-2 gap-3">
        <Button look="quiet" onClick={onClose}>
          {cancelLabel}
        </Button>
        <Button look={look} pending={pending} onClick={onConfirm}>
          {confirmLabel}
        </Button>
      </div>
    </Sheet>
  );
}
