import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import type { OrderFilter } from "@/features/orders/schema";

/** Narrows the list of orders by time, words and distributor; the state stands in the tabs. */
export function OrderFilterBar({
  filter,
  distributors,
}: {
  filter: OrderFilter;
  distributors: readonly { distributorId: string; name: string }[];
}) {
  const text = useTranslations();
  const { state, customerId } = filter;
  const hasFilter = [filter.text, filter.from, filter.until, filter.distributorId, customerId].some(
    Boolean,
  );
  return (
    <FilterBar submitLabel={text("common.filter")} hidden={{ state, customerId }}>
      <FilterField label={text("orders.searchLabel")}>
        {(id) => (
          <input
            id={id}
            type="search"
            name="text"
            defaultValue={filter.text}
            maxLength={50}
            placeholder={text("orders.searchHint")}
            className={inputLook}
          />
        )}
      </FilterField>
      <FilterField label={text("orders.distributor")}>
        {(id) => (
          <select
            id={id}
            name="distributorId"
            defaultValue={filter.distributorId ?? ""}
            className={inputLook}
          >
            <option value="">{text("common.all")}</option>
            {distributors.map(({ distributorId, name }) => (
              <option key={distributorId} value={distributorId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FilterField>
      <FilterField label={text("orders.placedFrom")}>
        {(id) => (
          <input id={id} type="date" name="from" defaultValue={filter.from} className={inputLook} />
        )}
      </FilterField>
      <FilterField label={text("orders.placedUntil")}>
        {(id) => (
          <input
            id={id}
            type="date"
            name="until"
            defaultValue={filter.until}
            className={inputLook}
          />
        )}
      </FilterField>
      {hasFilter && (
        <Link href="/merchant/orders" className={buttonLook("quiet")}>
          {text("common.clear")}
        </Link>
      )}
    </FilterBar>
  );
}
