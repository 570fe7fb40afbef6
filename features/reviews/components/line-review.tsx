"use client";

import { useState } from "react";
import { OwnReview } from "@/features/reviews/components/own-review";
import { ReviewForm } from "@/features/reviews/components/review-form";
import type { ReviewText } from "@/features/reviews/components/review-text";
import type { OwnReviewView } from "@/features/reviews/schema";

/** One bought line on the review page: the form, or what was said. Other lines keep what is typed in them. */
export function LineReview({
  orderNo,
  lineNo,
  review: before,
  text,
}: {
  orderNo: string;
  lineNo: number;
  review: OwnReviewView | null;
  text: ReviewText;
}) {
  const [review, setReview] = useState(before);
  const [isChanging, setChanging] = useState(false);

  function show(saved: OwnReviewView) {
    setReview(saved);
    setChanging(false);
  }

  if (review === null || isChanging) {
    return (
      <ReviewForm
        orderNo={orderNo}
        lineNo={lineNo}
        review={review}
        text={text}
        onSaved={show}
        onKeep={() => setChanging(false)}
      />
    );
  }
  return (
    <OwnReview
      orderNo={orderNo}
      lineNo={lineNo}
      review={review}
      text={text}
      onChange={() => setChanging(true)}
      onWithdrawn={setReview}
    />
  );
}
