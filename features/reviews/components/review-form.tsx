"use client";

import { type FormEvent, useState } from "react";
import { Button } from "@/components/phone/button";
import { AreaField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import type { ReviewText } from "@/features/reviews/components/review-text";
import { StarInput } from "@/features/reviews/components/star-input";
import type { OwnReviewView } from "@/features/reviews/schema";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/** Stars and words for one bought line. What was typed stays, whatever the network or the server says. */
export function ReviewForm({
  orderNo,
  lineNo,
  review,
  text,
  onSaved,
  onKeep,
}: {
  orderNo: string;
  lineNo: number;
  /** What was said before and is being changed. */
  review: OwnReviewView | null;
  text: ReviewText;
  onSaved: (review: OwnReviewView) => void;
  onKeep: () => void;
}) {
  const [score, setScore] = useState(review?.score ?? null);
  const [content, setContent] = useState(review?.content ?? "");
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const id = `content-${lineNo}`;

  async function save(event: FormEvent) {
    event.preventDefault();
    if (score === null) return setProblem(phoneSentence("score_missing"));
    setPending(true);
    const said = { lineNo, score, content };
    const answer = await sendJson("POST", `/api/mall/orders/${orderNo}/reviews`, said);
    setPending(false);
    if (!answer.ok) return setProblem(phoneSentence(answer.reason, answer.values));
    const state = answer.body.state === "published" ? "published" : "waiting";
    const saved = { score, content: content.trim(), hideReason: "", answer: "", canChange: true };
    onSaved({ ...saved, state });
  }

  return (
    <form onSubmit={(event) => void save(event)} noValidate className="mt-3 space-y-3">
      <StarInput name={`score-${lineNo}`} score={score} text={text} onChange={setScore} />
      <AreaField
        id={id}
        label={text.content_label}
        hint={text.content_hint}
        rows={3}
        maxLength={500}
        value={content}
        onChange={(event) => setContent(event.target.value)}
      />
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3">
        {review ? (
          <Button look="quiet" className="flex-1" onClick={onKeep}>
            {text.keep_old}
          </Button>
        ) : null}
        <Button type="submit" pending={pending} className="flex-1">
          {review ? text.save_change : text.submit}
        </Button>
      </div>
    </form>
  );
}
