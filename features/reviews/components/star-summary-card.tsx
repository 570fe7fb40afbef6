import { Card } from "@/components/phone/card";
import { type StarCounts, summarizeStars } from "@/domain/reviews/summarize-stars";
import { formatTenths } from "@/features/reviews/components/format-tenths";
import { mallText } from "@/lib/i18n/mall-text";

/** Score, number and distribution of a product's reviews. */
export function StarSummaryCard({ stars }: { stars: StarCounts }) {
  const { reviews, meanTenths } = summarizeStars(stars);
  return (
    <Card className="flex items-center gap-5 px-4 py-4">
      <p className="shrink-0 text-center">
        <span className="block font-semibold text-3xl text-straw tabular-nums leading-none">
          {formatTenths(meanTenths)}
        </span>
        <span className="mt-1.5 block text-ink-faint text-sm">
          {mallText("mall.reviews.count", { count: reviews })}
        </span>
      </p>
      <ul className="min-w-0 flex-1 space-y-1 text-sm">
        {[5, 4, 3, 2, 1].map((score) => (
          <StarBar key={score} score={score} count={stars[score - 1] ?? 0} reviews={reviews} />
        ))}
      </ul>
    </Card>
  );
}

function StarBar({ score, count, reviews }: { score: number; count: number; reviews: number }) {
  const percent = reviews === 0 ? 0 : (count * 100) / reviews;
  return (
    <li className="flex items-center gap-2">
      <span className="w-[2.6em] shrink-0 text-ink-soft">
        {mallText("mall.reviews.star_name", { score })}
      </span>
      <span
        aria-hidden="true"
        className="h-1.5 min-w-0 flex-1 overflow-hidden rounded-full bg-sunken"
      >
        <span className="block h-full rounded-full bg-straw" style={{ width: `${percent}%` }} />
      </span>
      <span className="w-[2.4em] shrink-0 text-right text-ink-faint tabular-nums">{count}</span>
    </li>
  );
}
