"use client";

import { useFormatter, useTranslations } from "next-intl";
import { judgeHistoryLine } from "@/domain/history/judge-history-line";
import { type HistoryMapping, NEEDED_HISTORY_FIELDS } from "@/domain/history/mapping";
import type { HistoryPreview } from "@/features/history/schema";

type Check = { isGood: boolean; sentence: string };

/** What can be said before anything is read: of the columns, and of the first lines. */
export function MappingChecks({
  preview,
  mapping,
  now,
}: {
  preview: HistoryPreview;
  mapping: HistoryMapping;
  now: Date;
}) {
  const text = useTranslations("history");
  const format = useFormatter();
  const { columns } = mapping;
  const missing = NEEDED_HISTORY_FIELDS.filter((field) => columns[field] === undefined);
  const chosen = Object.values(columns);
  const judged = preview.rows.map((row) => judgeHistoryLine(row, mapping, now));
  const unreadable = judged.filter(({ fault }) => /_unreadable$|_missing$/.test(fault)).length;
  const names = format.list(missing.map((field) => text(`field.${field}`)));
  const checks: Check[] = [
    {
      isGood: missing.length === 0,
      sentence:
        missing.length === 0 ? text("check.columns") : text("check.columnsMissing", { names }),
    },
    ...(new Set(chosen).size < chosen.length
      ? [{ isGood: false, sentence: text("check.columnTwice") }]
      : []),
    {
      isGood: unreadable === 0,
      sentence: text(unreadable === 0 ? "check.readable" : "check.unreadable", {
        count: judged.length,
        bad: unreadable,
      }),
    },
  ];
  return (
    <ul className="grid gap-1 text-sm" aria-label={text("checks")} aria-live="polite">
      {checks.map(({ isGood, sentence }) => (
        <li key={sentence} className={isGood ? "text-leaf-deep" : "text-danger"}>
          <span aria-hidden="true">{isGood ? "✓" : "✗"}</span> {sentence}
        </li>
      ))}
    </ul>
  );
}
