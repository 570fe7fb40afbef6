"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { AreaField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import type { ReviewText } from "@/features/reviews/components/review-text";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

const scores = Array.from({ length: 11 }, (_, score) => score);

/** One question, eleven answers, and why, if somebody likes to say it. */
export function NpsQuestion({ orderNo, text }: { orderNo: string; text: ReviewText }) {
  const [score, setScore] = useState<number | null>(null);
  const [content, setContent] = useState("");
  const [pending, setPending] = useState(false);
  const [isDone, setDone] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function send(event: FormEvent) {
    event.preventDefault();
    if (score === null) return setProblem(phoneSentence("nps_score_missing"));
    setPending(true);
    const answer = await sendJson("POST", `/api/mall/orders/${orderNo}/nps`, { score, content });
    setPending(false);
    if (!answer.ok) return setProblem(phoneSentence(answer.reason, answer.values));
    setDone(true);
  }

  if (isDone) {
    return (
      <Notice tone="good" live>
        {text.nps_thanks}
      </Notice>
    );
  }
  return (
    <Card className="px-4 py-4">
      <form onSubmit={(event) => void send(event)} noValidate className="space-y-3">
        <fieldset>
          <legend className="font-medium leading-snug">{text.nps_title}</legend>
          <p className="mt-0.5 text-ink-faint text-sm">{text.nps_hint}</p>
          <div className="mt-3 grid grid-cols-6 gap-1.5">
            {scores.map((one) => (
              <NpsChoice key={one} score={one} isChosen={score === one} onChoose={setScore} />
            ))}
          </div>
          <p className="mt-1.5 flex justify-between text-ink-faint text-sm">
            <span>{text.nps_least}</span>
            <span>{text.nps_most}</span>
          </p>
        </fieldset>
        <AreaField
          id="nps-why"
          label={text.nps_why}
          rows={2}
          maxLength={500}
          value={content}
          onChange={(event) => setContent(event.target.value)}
        />
        {problem ? (
          <Notice tone="bad" live>
            {problem}
          </Notice>
        ) : null}
        <Button type="submit" look="outline" pending={pending} className="w-full">
          {text.nps_submit}
        </Button>
      </form>
    </Card>
  );
}

function NpsChoice({
  score,
  isChosen,
  onChoose,
}: {
  score: number;
  isChosen: boolean;
  onChoose: (score: number) => void;
}) {
  const look = isChosen ? "border-leaf bg-leaf text-white" : "border-line bg-card text-ink";
  return (
    <label
      className={`grid min-h-11 place-items-center rounded-md border tabular-nums has-focus-visible:outline-2 has-focus-visible:outline-leaf ${look}`}
    >
      <input
        type="radio"
        name="nps"
        value={score}
        checked={isChosen}
        onChange={() => onChoose(score)}
        className="sr-only"
      />
      {score}
    </label>
  );
}
