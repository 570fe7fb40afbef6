"use client";

import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useEffect } from "react";
import { Notice } from "@/components/ui/notice";
import type { ImportView } from "@/features/imports/schema";

const askEveryMs = 1_500;

/** How far a running import has come; the page is read again until it is done. */
export function ImportProgress({ summary }: { summary: ImportView }) {
  const text = useTranslations("imports");
  const router = useRouter();
  const isRunning = summary.state === "running";
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => router.refresh(), askEveryMs);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  const { doneLines, errorLines, totalLines, state } = summary;
  if (state === "failed") return <Notice tone="danger">{summary.failure || text("failed")}</Notice>;
  if (state === "previewed") return null;
  return (
    <div className="grid gap-2">
      <label htmlFor="import-progress" className="text-sm">
        {text(isRunning ? "progress" : "finished", {
          done: doneLines,
          faulty: errorLines,
          total: totalLines,
        })}
      </label>
      <progress
        id="import-progress"
        value={doneLines + errorLines}
        max={totalLines}
        className="h-2 w-full accent-leaf"
      />
    </div>
  );
}
