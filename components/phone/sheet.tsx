"use client";

import { type ReactNode, useEffect, useRef } from "react";
import { Icon } from "@/components/phone/icon";

/**
 * A sheet that rises over the page. The browser's own dialog keeps the focus inside, closes on
 * Escape and on a tap beside it.
 */
export function Sheet({
  open,
  title,
  closeLabel,
  onClose,
  children,
}: {
  open: boolean;
  title: string;
  closeLabel: string;
  onClose: () => void;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (!open) element?.close();
  }, [open]);
  useEffect(() => {
    const element = dialog.current;
    // Only the backdrop is the dialog itself; everything inside is a child of it.
    const onTap = (event: MouseEvent) => {
      if (event.target === element) element?.close();
    };
    element?.addEventListener("click", onTap);
    return () => element?.removeEventListener("click", onTap);
  }, []);
  return (
    <dialog ref={dialog} className="bottom-sheet" aria-label={title} onClose={onClose}>
      <div className="sticky top-0 z-10 flex items-center justify-between gap-3 bg-card py-1.5 pr-1.5 pl-4">
        <h2 className="font-semibold text-[1.0625rem]">{title}</h2>
        <button
          type="button"
          onClick={onClose}
          aria-label={closeLabel}
          className="grid size-11 place-items-center rounded-full text-ink-soft active:bg-sunken"
        >
          <Icon name="close" className="size-5" />
        </button>
      </div>
      <div className="gutter above-home-indicator">{children}</div>
    </dialog>
  );
}
