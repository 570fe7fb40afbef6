"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/phone/button";
import { AreaField, TextField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import type { ReportText } from "@/features/reports/components/report-text";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/** About whom and what happened. What was typed stays, whatever the network or the server says. */
export function ReportForm({
  orderNo,
  slug,
  sharerName,
  text,
}: {
  orderNo: string;
  slug: string;
  /** Who brought the customer, as far as they may know; empty where nobody did. */
  sharerName: string;
  text: ReportText;
}) {
  const [isSharer, setSharer] = useState(sharerName !== "");
  const [about, setAbout] = useState("");
  const [content, setContent] = useState("");
  const [pending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    setPending(true);
    const report = { orderNo, slug, isSharer, about, content };
    const answer = await sendJson("POST", "/api/mall/reports", report);
    setPending(false);
    if (!answer.ok) return setProblem(phoneSentence(answer.reason, answer.values));
    setDone(true);
  }

  if (isDone) {
    return (
      <Notice tone="good" live>
        {text.thanks}
        <span className="block text-sm">{text.thanks_hint}</span>
      </Notice>
    );
  }
  return (
    <form onSubmit={(event) => void send(event)} noValidate className="space-y-5">
      {sharerName ? (
        <fieldset>
          <legend className="mb-1.5 font-medium text-ink-soft text-sm">{text.whom}</legend>
          <Whom
            label={`${text.sharer}${sharerName}`}
            isChosen={isSharer}
            onChoose={() => setSharer(true)}
          />
          <Whom label={text.somebody} isChosen={!isSharer} onChoose={() => setSharer(false)} />
        </fieldset>
      ) : null}
      {isSharer ? null : (
        <TextField
          id="about"
          label={text.about}
          hint={text.about_hint}
          value={about}
          maxLength={60}
          onChange={(event) => setAbout(event.target.value)}
        />
      )}
      <AreaField
        id="content"
        label={text.content}
        hint={text.content_hint}
        rows={5}
        maxLength={500}
        value={content}
        onChange={(event) => setContent(event.target.value)}
      />
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      <Button type="submit" pending={pending} className="w-full">
        {text.submit}
      </Button>
    </form>
  );
}

function Whom({
  label,
  isChosen,
  onChoose,
}: {
  label: string;
  isChosen: boolean;
  onChoose: () => void;
}) {
  return (
    <label className="flex min-h-11 items-center gap-3">
      <input
        type="radio"
        name="whom"
        checked={isChosen}
        onChange={onChoose}
        className="size-5 shrink-0 accent-leaf"
      />
      <span>{label}</span>
    </label>
  );
}
