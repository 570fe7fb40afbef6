import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import {
  approveAction,
  assignParentAction,
  freezeAction,
  refuseAction,
  unfreezeAction,
} from "@/app/merchant/(desk)/distributors/[distributorId]/distributor-actions";
import { FreezePanel } from "@/app/merchant/(desk)/finance/freeze-panel";
import { ActionButton } from "@/components/ui/action-button";
import { buttonLook } from "@/components/ui/button";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { CommissionTable } from "@/features/commissions/components/dashboard-commission-table";
import { listCommissions } from "@/features/commissions/queries/list-commissions";
import { summarizeEarnings } from "@/features/commissions/queries/summarize-earnings";
import {
  ApplicationDecision,
  FreezeForm,
  ParentForm,
} from "@/features/distributors/components/dashboard-decision";
import { DistributorStatusBadge } from "@/features/distributors/components/dashboard-distributor-status";
import { getDistributor } from "@/features/distributors/queries/get-distributor";
import { listDistributorNames } from "@/features/distributors/queries/list-distributor-names";
import { ShareTreeLink } from "@/features/insights/components/dashboard-share-tree-link";
import { getDistributorAccount } from "@/features/ledger/queries/get-distributor-account";
import type { DistributorAccountDetailView } from "@/features/ledger/schema";
import { requireStaff } from "@/features/staff/gate";
import { can, type StaffRole, type StaffScope } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

const shownCommissions = 20;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("distributors"))("one") };
}

async function load({ merchantId }: StaffScope, distributorId: string) {
  const now = systemClock();
  return inMerchant(merchantId, async (tx) => {
    const distributor = await getDistributor(tx, { merchantId, distributorId, now });
    return (
      distributor && {
        distributor,
        earnings: await summarizeEarnings(tx, { merchantId, distributorId, now }),
        commissions: await listCommissions(tx, {
          merchantId,
          distributorId,
          limit: shownCommissions,
        }),
        account: await getDistributorAccount(tx, { merchantId, distributorId }),
        candidates: await listDistributorNames(tx, { merchantId }),
      }
    );
  });
}

export default async function DistributorPage({
  params,
}: {
  params: Promise<{ distributorId: string }>;
}) {
  const staff = await requireStaff("distributor.read");
  const { distributorId: id } = await params;
  const text = await getTranslations("distributors");
  const found = isId(id) ? await load(staff, id) : null;
  if (!found) notFound();
  const { distributor, earnings, commissions, account, candidates } = found;
  const mayDecide = can(staff.role, "distributor.decide");
  const { status } = distributor;
  return (
    <>
      <PageHeading
        title={distributor.displayName}
        back={{ href: "/merchant/distributors", label: text("title") }}
      >
        <DistributorStatusBadge status={status} />
        <ShareTreeLink role={staff.role} customerId={distributor.customerId} />
        <AccountLink role={staff.role} distributorId={id} />
      </PageHeading>
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("figures")}>
            <DefinitionList
              entries={[
                [
                  text("orders"),
                  <Link
                    key="orders"
                    href={`/merchant/orders?distributorId=${id}`}
                    className="text-leaf hover:underline"
                  >
                    {distributor.orderCount}
                  </Link>,
                ],
                [text("sales"), <Money key="sales" fen={distributor.salesFen} />],
                [text("friends"), distributor.friendCount],
                [text("visits"), distributor.visitCount],
                [text("expected"), <Money key="expected" fen={earnings.expectedFen} />],
                [text("pending"), <Money key="pending" fen={earnings.pendingFen} />],
                [text("available"), <Money key="available" fen={earnings.availableFen} />],
                [text("takenBack"), <Money key="taken" fen={earnings.takenBackFen} />],
              ]}
            />
          </Panel>
          <Panel title={text("commissions")} hint={text("commissionsHint")}>
            <CommissionTable commissions={commissions} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          {status === "applied" && mayDecide && (
            <Panel title={text("decide")}>
              <ApplicationDecision
                approve={approveAction.bind(null, id)}
                refuse={refuseAction.bind(null, id)}
              />
            </Panel>
          )}
          <Panel title={text("person")}>
            <DefinitionList
              entries={[
                [text("nickname"), distributor.nickname || "—"],
                [text("appliedAt"), <Moment key="applied" at={distributor.appliedAt} />],
                [text("application"), distributor.applicationText || "—"],
                ...(distributor.decidedAt
                  ? [
                      [
                        text("decidedAt"),
                        <Moment key="decided" at={distributor.decidedAt} />,
                      ] as const,
                      [text("decidedBy"), distributor.decidedByName || "—"] as const,
                      [text("reason"), distributor.decisionReason || "—"] as const,
                    ]
                  : []),
              ]}
            />
          </Panel>
          <Panel title={text("team")}>
            {mayDecide ? (
              <ParentForm
                assign={assignParentAction.bind(null, id)}
                parentId={distributor.parent?.distributorId ?? null}
                candidates={candidates.filter((one) => one.distributorId !== id)}
              />
            ) : (
              <p className="text-sm">{distributor.parent?.displayName ?? text("noParent")}</p>
            )}
            <h3 className="mt-4 mb-1 text-sm font-medium text-ink-soft">
              {text("below", { count: distributor.team.length })}
            </h3>
            <ul className="grid gap-1 text-sm">
              {distributor.team.map((one) => (
                <li key={one.distributorId} className="flex items-center gap-2">
                  <Link
                    href={`/merchant/distributors/${one.distributorId}`}
                    className="text-leaf hover:underline"
                  >
                    {one.displayName}
                  </Link>
                  <DistributorStatusBadge status={one.status} />
                </li>
              ))}
            </ul>
          </Panel>
          {mayDecide && status === "approved" && (
            <Panel title={text("freeze")}>
              <FreezeForm freeze={freezeAction.bind(null, id)} />
            </Panel>
          )}
          {mayDecide && status === "frozen" && (
            <Panel title={text("unfreeze")} hint={distributor.decisionReason}>
              <ActionButton action={unfreezeAction.bind(null, id)}>{text("unfreeze")}</ActionButton>
            </Panel>
          )}
          <PayoutFreeze role={staff.role} account={account} />
        </div>
      </div>
    </>
  );
}

async function AccountLink({ role, distributorId }: { role: StaffRole; distributorId: string }) {
  const text = await getTranslations("payouts.one");
  if (!can(role, "finance.read")) return null;
  return (
    <Link href={`/merchant/finance/accounts/${distributorId}`} className={buttonLook()}>
      {text("account")}
    </Link>
  );
}

/** Here too, because not everybody who may freeze sees the books. */
function PayoutFreeze({
  role,
  account,
}: {
  role: StaffRole;
  account: DistributorAccountDetailView | null;
}) {
  return account && can(role, "payout.freeze") ? <FreezePanel account={account} /> : null;
}
