"use client";

import { useRouter } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { useEffect } from "react";
import { Notice } from "@/components/ui/notice";
import type { HistoryImportView } from "@/features/history/schema";

const askEveryMs = 1_500;

/** How far a running import has come, asked again until it is over; why one has failed. */
export function HistoryProgress({ summary }: { summary: HistoryImportView }) {
  const text = useTranslations("history");
  const format = useFormatter();
  const router = useRouter();
  const { state, readLines, failure } = summary;
  const isRunning = state === "running";
  useEffect(() => {
    if (!isRunning) return undefined;
    const timer = setInterval(() => router.refresh(), askEveryMs);
    return () => clearInterval(timer);
  }, [isRunning, router]);
  if (state === "failed") return <Notice tone="danger">{text(`failure.${failure}`)}</Notice>;
  if (state === "undone") return <Notice>{text("isUndone")}</Notice>;
  if (!isRunning) return null;
  return (
    <div className="grid gap-2" role="status">
      <p className="text-sm">{text("progress", { count: format.number(readLines) })}</p>
      {/* Nobody knows how many lines are still to come: it only shows that something goes on. */}
      <div className="h-2 animate-pulse rounded-full bg-leaf motion-reduce:animate-none" />
      <p className="text-ink-faint text-sm">{text("mayLeave")}</p>
    </div>
  );
}
