"use client";

import { useState } from "react";
import { Button } from "@/components/phone/button";
import { ConfirmSheet } from "@/components/phone/confirm-sheet";
import { Notice } from "@/components/phone/notice";
import type { ReviewText } from "@/features/reviews/components/review-text";
import type { OwnReviewView } from "@/features/reviews/schema";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/** What the customer said of a line, what became of it, and the way to change it or take it back. */
export function OwnReview({
  orderNo,
  lineNo,
  review,
  text,
  onChange,
  onWithdrawn,
}: {
  orderNo: string;
  lineNo: number;
  review: OwnReviewView;
  text: ReviewText;
  onChange: () => void;
  onWithdrawn: (review: OwnReviewView) => void;
}) {
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const { score, content, state, answer, canChange } = review;

  async function withdraw() {
    setPending(true);
    const said = await sendJson("DELETE", `/api/mall/orders/${orderNo}/reviews`, { lineNo });
    setPending(false);
    setAsking(false);
    if (!said.ok) return setProblem(phoneSentence(said.reason, said.values));
    onWithdrawn({ ...review, state: "withdrawn", content: "", answer: "", canChange: false });
  }

  if (state === "withdrawn") {
    return <p className="mt-3 text-ink-faint text-sm">{text.state_withdrawn}</p>;
  }
  return (
    <div className="mt-3 space-y-2">
      <p className="flex flex-wrap items-baseline justify-between gap-x-3">
        <span role="img" aria-label={text[starKey(score)]} className="tracking-[0.1em] text-straw">
          {"★".repeat(score)}
          <span className="text-edge">{"☆".repeat(5 - score)}</span>
        </span>
        <span className="text-ink-faint text-sm">{text[`state_${state}`]}</span>
      </p>
      {content ? <p className="whitespace-pre-line">{content}</p> : null}
      {answer ? (
        <p className="rounded-md bg-sunken px-3 py-2 text-ink-soft text-sm whitespace-pre-line">
          <span className="font-medium text-ink">{text.answer}</span>
          {answer}
        </p>
      ) : null}
      {problem ? (
        <Notice tone="bad" live>
          {problem}
        </Notice>
      ) : null}
      <div className="flex flex-wrap gap-3 pt-1">
        <Button look="quiet" className="flex-1" onClick={() => setAsking(true)}>
          {text.withdraw}
        </Button>
        {canChange ? (
          <Button look="outline" className="flex-1" onClick={onChange}>
            {text.change}
          </Button>
        ) : null}
      </div>
      <ConfirmSheet
        open={asking}
        title={text.withdraw_title}
        body={text.withdraw_body}
        confirmLabel={text.withdraw_confirm}
        cancelLabel={text.not_withdraw}
        look="danger"
        pending={pending}
        onConfirm={() => void withdraw()}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}

function starKey(score: number) {
  return ([1, 2, 3, 4, 5] as const).map((one) => `star_${one}` as const)[score - 1] ?? "star_5";
}
