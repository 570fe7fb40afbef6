export const locales = ["zh", "en"] as const;
export type Locale = (typeof locales)[number];
export const localeCookie = "renhe_locale";

/** The dashboard's language from a cookie's value: Chinese unless English was chosen. */
export function parseLocale(value: string | undefined): Locale {
  return value === "en" ? "en" : "zh";
}
