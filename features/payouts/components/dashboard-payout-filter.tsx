import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { PAYOUT_STATES } from "@/domain/payouts/payout-state";
import { PAYOUT_DUES, type PayoutFilter } from "@/features/payouts/schema";

/** Narrows the list of payouts by state, channel, due date, person and number. */
export function PayoutFilterBar({
  filter,
  distributors,
}: {
  filter: PayoutFilter;
  distributors: readonly { distributorId: string; name: string }[];
}) {
  const text = useTranslations();
  const { cursor: _cursor, ...asked } = filter;
  const select = (
    name: "state" | "channel" | "due" | "distributorId",
    choices: readonly (readonly [string, string])[],
  ) => (
    <FilterField label={text(`payouts.list.${name}`)}>
      {(id) => (
        <select id={id} name={name} defaultValue={filter[name] ?? ""} className={inputLook}>
          <option value="">{text("common.all")}</option>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </select>
      )}
    </FilterField>
  );
  return (
    <FilterBar submitLabel={text("common.filter")}>
      <FilterField label={text("payouts.list.text")}>
        {(id) => (
          <input
            id={id}
            type="search"
            name="text"
            defaultValue={filter.text}
            maxLength={50}
            placeholder={text("payouts.list.textHint")}
            className={inputLook}
          />
        )}
      </FilterField>
      {select("state", [
        ["open", text("payouts.list.open")],
        ...PAYOUT_STATES.map((one) => [one, text(`payouts.state.${one}`)] as const),
      ])}
      {select(
        "channel",
        (["wechat", "bank"] as const).map((one) => [one, text(`payouts.channel.${one}`)] as const),
      )}
      {select(
        "due",
        PAYOUT_DUES.map((one) => [one, text(`payouts.due.${one}`)] as const),
      )}
      {select(
        "distributorId",
        distributors.map(({ distributorId, name }) => [distributorId, name] as const),
      )}
      {Object.keys(asked).length > 0 && (
        <Link href="/merchant/finance/payouts" className={buttonLook("quiet")}>
          {text("common.clear")}
        </Link>
      )}
    </FilterBar>
  );
}
