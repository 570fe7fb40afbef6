"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useRef, useState, useTransition } from "react";
import type { ActionResult } from "@/components/ui/action-result";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { useToast } from "@/components/ui/toasts";

/**
 * A button that runs a server action, after asking when it is given a question. The answer is shown
 * as a toast and the page is read anew.
 */
export function ActionButton({
  action,
  question,
  look,
  children,
}: {
  action: () => Promise<ActionResult>;
  question?: string;
  look?: ButtonLook;
  children: ReactNode;
}) {
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [isBusy, startTransition] = useTransition();
  const [kept, setKept] = useState<string | null>(null);
  const dialogRef = useRef<HTMLDialogElement>(null);

  function run() {
    dialogRef.current?.close();
    startTransition(async () => {
      show(await action().catch((): ActionResult => ({ ok: false, message: common("failed") })));
    });
  }

  function show(result: ActionResult) {
    setKept(result.ok ? (result.keep ?? null) : null);
    if (result.message) toast(result.message, result.ok ? "ok" : "fault");
    if (result.ok && result.goTo) router.push(result.goTo);
    else router.refresh();
  }

  return (
    <>
      <Button
        look={look ?? "plain"}
        disabled={isBusy}
        onClick={question ? () => dialogRef.current?.showModal() : run}
      >
        {isBusy ? common("busy") : children}
      </Button>
      {kept && <Notice tone="ok">{kept}</Notice>}
      {question && (
        <dialog
          ref={dialogRef}
          className="m-auto w-[min(26rem,calc(100vw-2rem))] rounded-lg bg-card p-5 text-ink shadow-pop backdrop:bg-ink/40"
        >
          <p className="text-base">{question}</p>
          <div className="mt-4 flex justify-end gap-2">
            <Button onClick={() => dialogRef.current?.close()}>{common("cancel")}</Button>
            <Button look={look === "danger" ? "danger" : "primary"} onClick={run}>
              {children}
            </Button>
          </div>
        </dialog>
      )}
    </>
  );
}
