import { mallText } from "@/lib/i18n/mall-text";

const keys = [
  "score_label",
  "star_1",
  "star_2",
  "star_3",
  "star_4",
  "star_5",
  "content_label",
  "content_hint",
  "submit",
  "save_change",
  "keep_old",
  "change",
  "withdraw",
  "withdraw_title",
  "withdraw_body",
  "withdraw_confirm",
  "not_withdraw",
  "state_waiting",
  "state_published",
  "state_hidden",
  "state_withdrawn",
  "answer",
  "nps_title",
  "nps_hint",
  "nps_least",
  "nps_most",
  "nps_why",
  "nps_submit",
  "nps_thanks",
] as const;

export type ReviewText = Record<(typeof keys)[number], string>;

/** The sentences of the review page, handed over by the server so that no catalogue is shipped. */
export function reviewText(): ReviewText {
  const entries = keys.map((key) => [key, mallText(`mall.reviews.${key}`)]);
  return Object.fromEntries(entries) as ReviewText;
}
