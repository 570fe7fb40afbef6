import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import type { ReviewFilter } from "@/features/reviews/schema";

const scores = [5, 4, 3, 2, 1] as const;

/** Narrows the list of reviews by stars and days; the state stands in the tabs. */
export function ReviewFilterBar({ filter }: { filter: ReviewFilter }) {
  const text = useTranslations();
  const { state, productId, score, from, until, slice } = filter;
  const hasFilter = [productId, score, from, until, slice].some(Boolean);
  return (
    <FilterBar submitLabel={text("common.filter")} hidden={{ state, productId, slice }}>
      <FilterField label={text("reviews.stars")}>
        {(id) => (
          <select id={id} name="score" defaultValue={score ?? ""} className={inputLook}>
            <option value="">{text("common.all")}</option>
            {scores.map((one) => (
              <option key={one} value={one}>
                {text("reviews.starName", { score: one })}
              </option>
            ))}
          </select>
        )}
      </FilterField>
      <FilterField label={text("common.from")}>
        {(id) => (
          <input id={id} type="date" name="from" defaultValue={from} className={inputLook} />
        )}
      </FilterField>
      <FilterField label={text("common.until")}>
        {(id) => (
          <input id={id} type="date" name="until" defaultValue={until} className={inputLook} />
        )}
      </FilterField>
      {hasFilter && (
        <Link href="/merchant/reviews" className={buttonLook("quiet")}>
          {text("common.clear")}
        </Link>
      )}
    </FilterBar>
  );
}
