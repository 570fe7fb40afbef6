import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { inputLook } from "@/components/ui/field";
import { FilterBar, FilterField } from "@/components/ui/filter-bar";
import { NextPage } from "@/components/ui/next-page";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { AccountTable } from "@/features/ledger/components/dashboard-account-table";
import { listDistributorAccounts } from "@/features/ledger/queries/list-distributor-accounts";
import { accountFilterSchema } from "@/features/ledger/schema";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.accounts"))("title") };
}

export default async function AccountsPage({ searchParams }: { searchParams: SearchParams }) {
  const { merchantId } = await requireStaff("finance.read");
  const text = await getTranslations();
  const filter = accountFilterSchema.safeParse(await searchValues(searchParams)).data ?? {};
  const page = await inMerchant(merchantId, (tx) =>
    listDistributorAccounts(tx, merchantId, filter),
  );
  return (
    <>
      <PageHeading
        title={text("payouts.accounts.title")}
        back={{ href: "/merchant/finance", label: text("payouts.finance.title") }}
        hint={text("payouts.accounts.hint")}
      />
      <FilterBar submitLabel={text("common.filter")}>
        <FilterField label={text("payouts.accounts.search")}>
          {(id) => (
            <input
              id={id}
              type="search"
              name="text"
              defaultValue={filter.text}
              maxLength={50}
              className={inputLook}
            />
          )}
        </FilterField>
        <FilterField label={text("payouts.accounts.only")}>
          {(id) => (
            <select id={id} name="only" defaultValue={filter.only ?? ""} className={inputLook}>
              <option value="">{text("common.all")}</option>
              <option value="in_payout">{text("payouts.accounts.onlyInPayout")}</option>
              <option value="debt">{text("payouts.accounts.onlyDebt")}</option>
              <option value="frozen">{text("payouts.accounts.onlyFrozen")}</option>
            </select>
          )}
        </FilterField>
      </FilterBar>
      <Panel>
        <AccountTable accounts={page.accounts} />
      </Panel>
      <NextPage
        path="/merchant/finance/accounts"
        params={filter}
        nextCursor={page.nextCursor}
        labels={{ next: text("common.next"), first: text("common.first") }}
      />
    </>
  );
}
