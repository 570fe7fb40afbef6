import { mallText } from "@/lib/i18n/mall-text";

/** So many stars of five, also for those who do not see them. */
export function StarRow({ score, className = "" }: { score: number; className?: string }) {
  return (
    <span
      role="img"
      aria-label={mallText("mall.reviews.stars_of", { score })}
      className={`tracking-[0.1em] whitespace-nowrap ${className}`}
    >
      <span className="text-straw">{"★".repeat(score)}</span>
      <span className="text-edge">{"☆".repeat(5 - score)}</span>
    </span>
  );
}
