"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import {
  createContext,
  type FormEvent,
  type ReactNode,
  useContext,
  useRef,
  useState,
  useTransition,
} from "react";
import type { ActionResult, FormAction } from "@/components/ui/action-result";
import { Button, type ButtonLook } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { saveFile } from "@/components/ui/save-file";
import { useToast } from "@/components/ui/toasts";

const FaultContext = createContext<Record<string, string>>({});

/** What is wrong with a field of the form around, or undefined. */
export function useFault(name: string): string | undefined {
  return useContext(FaultContext)[name];
}

/**
 * A form that hands its fields to a server action. What was typed stays when the action refuses; the
 * sentence stands beside the button and the faults beside their fields.
 * @param clears empties the fields after success, for forms that add something
 */
export function ActionForm({
  action,
  submitLabel,
  look = "primary",
  clears = false,
  className = "grid gap-4",
  beside,
  children,
}: {
  action: FormAction;
  submitLabel: string;
  look?: ButtonLook;
  clears?: boolean;
  className?: string;
  /** Stands right of the submit button. */
  beside?: ReactNode;
  children?: ReactNode;
}) {
  const common = useTranslations("common");
  const router = useRouter();
  const toast = useToast();
  const [isBusy, startTransition] = useTransition();
  const [refusal, setRefusal] = useState<Extract<ActionResult, { ok: false }> | null>(null);
  const [kept, setKept] = useState<string | null>(null);
  const formRef = useRef<HTMLFormElement>(null);

  function submit(event: FormEvent<HTMLFormElement>) {
    // Not through the form's action property: React would empty the fields, also after a refusal.
    event.preventDefault();
    const data = new FormData(event.currentTarget);
    startTransition(async () => {
      const result = await action(data).catch(
        (): ActionResult => ({ ok: false, message: common("failed") }),
      );
      setRefusal(result.ok ? null : result);
      setKept(result.ok ? (result.keep ?? null) : null);
      if (result.ok) celebrate(result);
    });
  }

  function celebrate({ message, goTo, file }: Extract<ActionResult, { ok: true }>) {
    if (file) saveFile(file);
    if (message) toast(message);
    if (clears) formRef.current?.reset();
    if (goTo) router.push(goTo);
    else router.refresh();
  }

  return (
    <FaultContext value={refusal?.faults ?? {}}>
      <form ref={formRef} onSubmit={submit} className={className} noValidate>
        {children}
        <div className="grid gap-3">
          {kept && <Notice tone="ok">{kept}</Notice>}
          {refusal && <Notice tone="danger">{refusal.message}</Notice>}
          <div className="flex flex-wrap items-center gap-3">
            <Button type="submit" look={look} disabled={isBusy}>
              {isBusy ? common("busy") : submitLabel}
            </Button>
            {beside}
          </div>
        </div>
      </form>
    </FaultContext>
  );
}
