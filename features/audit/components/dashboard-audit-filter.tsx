import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { ACTOR_KINDS, AUDIT_ACTIONS, type AuditFilter } from "@/features/audit/schema";

/** Narrows the audit log by who, what, about which object and when. */
export function AuditFilterBar({
  filter,
  staff,
}: {
  filter: AuditFilter;
  staff: readonly { staffId: string; name: string }[];
}) {
  const text = useTranslations();
  const { cursor: _cursor, ...asked } = filter;
  const day = (name: "from" | "until") => (
    <FilterField label={text(`payouts.audit.${name}`)}>
      {(id) => (
        <input id={id} type="date" name={name} defaultValue={filter[name]} className={inputLook} />
      )}
    </FilterField>
  );
  return (
    <FilterBar submitLabel={text("common.filter")}>
      <FilterField label={text("payouts.audit.actor")}>
        {(id) => (
          <select id={id} name="actor" defaultValue={filter.actor ?? ""} className={inputLook}>
            <option value="">{text("common.all")}</option>
            {ACTOR_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {text(`payouts.audit.actorKind.${kind}`)}
              </option>
            ))}
            {staff.map(({ staffId, name }) => (
              <option key={staffId} value={staffId}>
                {name}
              </option>
            ))}
          </select>
        )}
      </FilterField>
      <FilterField label={text("payouts.audit.deed")}>
        {(id) => (
          <select
            id={id}
            name="action"
            defaultValue={filter.action ?? ""}
            className={`${inputLook} md:max-w-72`}
          >
            <option value="">{text("common.all")}</option>
            {AUDIT_ACTIONS.map((action) => (
              <option key={action} value={action}>
                {text(`payouts.audit.action.${action}`)}
              </option>
            ))}
          </select>
        )}
      </FilterField>
      <FilterField label={text("payouts.audit.object")}>
        {(id) => (
          <input
            id={id}
            type="search"
            name="object"
            defaultValue={filter.object}
            maxLength={64}
            placeholder={text("payouts.audit.objectHint")}
            className={inputLook}
          />
        )}
      </FilterField>
      {day("from")}
      {day("until")}
      {Object.keys(asked).length > 0 && (
        <Link href="/merchant/audit" className={buttonLook("quiet")}>
          {text("common.clear")}
        </Link>
      )}
    </FilterBar>
  );
}
