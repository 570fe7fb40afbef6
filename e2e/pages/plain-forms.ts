/** Plain questions by the names of their metrics: SQL over the facts whose answer is the text that a file writes. */
export type PlainQuestions = Record<string, string>;

/** Fen as yuan; null stays null. */
export const yuan = (fen: string) => `to_char(round((${fen})::numeric) / 100, 'FM999999999990.00')`;

/** A share to the nearest basis point, in percent without needless zeros; empty over 0. */
export const percent = (part: string, whole: string) =>
  `trim_scale(round((${part})::numeric * 10000 / nullif(${whole}, 0)) / 100)::text`;

/** A quotient to the nearest tenth without needless zeros; empty over 0. */
export const tenths = (part: string, whole: string) =>
  `trim_scale(round((${part})::numeric * 10 / nullif(${whole}, 0)) / 10)::text`;

export const count = (of: string) => `(${of})::text`;
