import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  holdCommissionAction,
  releaseCommissionAction,
} from "@/app/merchant/(desk)/finance/commission-actions";
import { FreezePanel } from "@/app/merchant/(desk)/finance/freeze-panel";
import { Badge } from "@/components/ui/badge";
import { buttonLook } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { LinkTabs } from "@/components/ui/link-tabs";
import { Money } from "@/components/ui/money";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { CommissionDecision } from "@/features/commissions/components/dashboard-commission-decision";
import { OpenCommissions } from "@/features/commissions/components/dashboard-open-commissions";
import { listOpenCommissions } from "@/features/commissions/queries/list-open-commissions";
import { StatementTable } from "@/features/ledger/components/dashboard-statement-table";
import { getDistributorAccount } from "@/features/ledger/queries/get-distributor-account";
import { listAccountStatement } from "@/features/ledger/queries/list-account-statement";
import {
  STATEMENT_ACCOUNTS,
  type StatementAccount,
  statementFilterSchema,
} from "@/features/ledger/schema";
import { requireStaff } from "@/features/staff/gate";
import { can, type StaffScope } from "@/features/staff/schema";
import { inMerchant } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";
import { isId } from "@/lib/ids/is-id";

const shownLines = 50;
const shownCommissions = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.accounts"))("title") };
}

async function load(
  { merchantId }: StaffScope,
  distributorId: string,
  page: { account: StatementAccount; below?: number | undefined },
) {
  return inMerchant(merchantId, async (tx) => {
    const account = await getDistributorAccount(tx, { merchantId, distributorId });
    return (
      account && {
        account,
        lines: await listAccountStatement(tx, {
          merchantId,
          distributorId,
          ...page,
          limit: shownLines,
        }),
        commissions: await listOpenCommissions(tx, {
          merchantId,
          distributorId,
          limit: shownCommissions,
        }),
      }
    );
  });
}

/** Everything that the ledger holds for one distributor, and how it came about. */
export default async function AccountPage({
  params,
  searchParams,
}: {
  params: Promise<{ distributorId: string }>;
  searchParams: SearchParams;
}) {
  const staff = await requireStaff("finance.read");
  const { distributorId: id } = await params;
  const text = await getTranslations("payouts");
  const page = statementFilterSchema.parse(await searchValues(searchParams));
  const found = isId(id) ? await load(staff, id, page) : null;
  if (!found) notFound();
  const { account, lines, commissions } = found;
  const path = `/merchant/finance/accounts/${id}`;
  const mayHold = can(staff.role, "commission.hold");
  return (
    <>
      <PageHeading
        title={text("accounts.one", { name: account.name })}
        back={{ href: "/merchant/finance/accounts", label: text("accounts.title") }}
      >
        {account.payoutsFrozenAt && <Badge tone="danger">{text("accounts.frozen")}</Badge>}
        <Link href={`/merchant/distributors/${id}`} className={buttonLook()}>
          {text("accounts.profile")}
        </Link>
        <Link href={`/merchant/finance/payouts?distributorId=${id}`} className={buttonLook()}>
          {text("accounts.payouts")}
        </Link>
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("accounts.accountLabel")} hint={text("accounts.statementHint")}>
            <LinkTabs
              label={text("accounts.accountLabel")}
              tabs={STATEMENT_ACCOUNTS.map((one) => ({
                href: `${path}?account=${one}`,
                label: text(`account.${one}`),
                isCurrent: page.account === one,
              }))}
            />
            <StatementTable lines={lines} />
            <StatementPages path={path} page={page} last={lines.at(-1)?.position ?? 1} />
          </Panel>
          <Panel title={text("accounts.commissions")} hint={text("accounts.commissionsHint")}>
            <OpenCommissions
              commissions={commissions}
              decisions={({ commissionId, state }) =>
                mayHold && (
                  <CommissionDecision
                    state={state}
                    hold={holdCommissionAction.bind(null, commissionId)}
                    release={releaseCommissionAction.bind(null, commissionId)}
                  />
                )
              }
            />
          </Panel>
        </div>
        <div className="order-first grid min-w-0 gap-4 lg:order-none">
          <Panel title={text("accounts.balances")}>
            <DefinitionList
              figures
              entries={(
                [
                  ["available", account.availableFen],
                  ["inPayout", account.inPayoutFen],
                  ["pending", account.pendingFen],
                  ["debt", account.debtFen],
                ] as const
              ).map(([name, fen]) => [text(`accounts.${name}`), <Money key={name} fen={fen} />])}
            />
          </Panel>
          {can(staff.role, "payout.freeze") && <FreezePanel account={account} />}
        </div>
      </div>
    </>
  );
}

async function StatementPages({
  path,
  page: { account, below },
  last,
}: {
  path: string;
  page: { account: StatementAccount; below?: number | undefined };
  last: number;
}) {
  const text = await getTranslations("common");
  if (last <= 1 && !below) return null;
  return (
    <nav className="mt-4 flex justify-center gap-2">
      {below && (
        <Link href={`${path}?account=${account}`} className={buttonLook()}>
          {text("first")}
        </Link>
      )}
      {last > 1 && (
        <Link href={`${path}?account=${account}&below=${last}`} className={buttonLook()}>
          {text("next")}
        </Link>
      )}
    </nav>
  );
}
