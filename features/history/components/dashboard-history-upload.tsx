"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type FormEvent, useState, useTransition } from "react";
import { z } from "zod";
import { Button } from "@/components/ui/button";
import { Field, inputLook } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { maxHistoryUploadBytes } from "@/features/history/schema";

const answerSchema = z.union([
  z.object({ importId: z.string() }),
  z.object({ message: z.string() }),
]);

/** Sends a file of another system's orders and leads to its preview. */
export function HistoryUpload() {
  const text = useTranslations("history");
  const common = useTranslations("common");
  const router = useRouter();
  const [fault, setFault] = useState<string | null>(null);
  const [isBusy, startTransition] = useTransition();

  async function send(file: File): Promise<string | null> {
    if (file.size > maxHistoryUploadBytes) return text("refusal.too_large");
    const address = `/api/merchant/history-imports?name=${encodeURIComponent(file.name)}`;
    const response = await fetch(address, { method: "POST", body: file }).catch(() => null);
    const answer = answerSchema.safeParse(await response?.json().catch(() => null));
    if (!answer.success) return common("failed");
    if ("message" in answer.data) return answer.data.message;
    router.push(`/merchant/history/${answer.data.importId}`);
    return null;
  }

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const file = new FormData(event.currentTarget).get("file");
    startTransition(async () => {
      const chosen = file instanceof File && file.size > 0 ? file : null;
      setFault(chosen ? await send(chosen) : text("refusal.no_file"));
    });
  }

  return (
    <form onSubmit={submit} className="grid gap-3">
      <Field label={text("file")} hint={text("fileHint")}>
        {(ids) => (
          <input
            {...ids}
            type="file"
            name="file"
            accept=".csv,.txt,.tsv,.gz,text/csv,application/gzip"
            className={inputLook}
          />
        )}
      </Field>
      {fault && <Notice tone="danger">{fault}</Notice>}
      <div>
        <Button type="submit" look="primary" disabled={isBusy}>
          {isBusy ? text("uploading") : text("upload")}
        </Button>
      </div>
    </form>
  );
}
