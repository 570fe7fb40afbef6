/**
 * Colours of series in their order: told apart with every kind of colour blindness, because they differ
 * in lightness too (after Okabe and Ito), and at least 3 : 1 against the card.
 */
export const seriesColors = [
  "var(--color-series-1)",
  "var(--color-series-2)",
  "var(--color-series-3)",
  "var(--color-series-4)",
  "var(--color-series-5)",
  "var(--color-series-6)",
] as const;
