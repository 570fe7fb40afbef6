import { useTranslations } from "next-intl";

/** So many stars of five, also for those who do not see them. */
export function Stars({ score }: { score: number }) {
  const text = useTranslations("reviews");
  return (
    <span
      role="img"
      aria-label={text("starsOf", { score })}
      className="whitespace-nowrap text-warn"
    >
      {"★".repeat(score)}
      <span className="text-edge">{"☆".repeat(5 - score)}</span>
    </span>
  );
}
