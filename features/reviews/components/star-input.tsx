"use client";

import type { ReviewText } from "@/features/reviews/components/review-text";

const scores = [1, 2, 3, 4, 5] as const;

/** Five stars to tap; a row of radio buttons for the keyboard and for screen readers. */
export function StarInput({
  name,
  score,
  text,
  onChange,
}: {
  /** Unique on the page. */
  name: string;
  score: number | null;
  text: ReviewText;
  onChange: (score: number) => void;
}) {
  const words = scores.find((one) => one === score);
  return (
    <fieldset>
      <legend className="mb-1 font-medium text-ink-soft text-sm">{text.score_label}</legend>
      <div className="-ml-2 flex flex-wrap items-center">
        {scores.map((one) => (
          <label
            key={one}
            className="grid size-11 place-items-center rounded-md has-focus-visible:outline-2 has-focus-visible:outline-leaf"
          >
            <input
              type="radio"
              name={name}
              value={one}
              checked={score === one}
              onChange={() => onChange(one)}
              className="sr-only"
            />
            <span
              aria-hidden="true"
              className={`text-[1.75rem] leading-none ${score !== null && one <= score ? "text-straw" : "text-edge"}`}
            >
              {score !== null && one <= score ? "★" : "☆"}
            </span>
            <span className="sr-only">{text[`star_${one}`]}</span>
          </label>
        ))}
        {words ? (
          <span aria-hidden="true" className="ml-2 text-ink-soft text-sm">
            {text[`star_${words}`]}
          </span>
        ) : null}
      </div>
    </fieldset>
  );
}
