import { useTranslations } from "next-intl";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import type { NpsFilter } from "@/features/reviews/schema";

/** Narrows the answers by days; the group stands in the tabs. */
export function NpsFilterBar({ filter }: { filter: NpsFilter }) {
  const text = useTranslations("common");
  const { group, from, until, slice } = filter;
  return (
    <FilterBar submitLabel={text("filter")} hidden={{ group, slice }}>
      <FilterField label={text("from")}>
        {(id) => (
          <input id={id} type="date" name="from" defaultValue={from} className={inputLook} />
        )}
      </FilterField>
      <FilterField label={text("until")}>
        {(id) => (
          <input id={id} type="date" name="until" defaultValue={until} className={inputLook} />
        )}
      </FilterField>
    </FilterBar>
  );
}
