import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getFormatter, getTranslations } from "next-intl/server";
import {
  assignCaseAction,
  closeCaseAction,
  retryDayAction,
} from "@/app/merchant/(desk)/finance/reconciliation/reconciliation-actions";
import { ActionButton } from "@/components/ui/action-button";
import { Badge } from "@/components/ui/badge";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { formatYuan, showYuan } from "@/domain/money/format-yuan";
import { BillFailure } from "@/features/reconciliation/components/dashboard-bill-state";
import {
  AssignCaseForm,
  CloseCaseForm,
} from "@/features/reconciliation/components/dashboard-case-forms";
import { CaseLines } from "@/features/reconciliation/components/dashboard-case-lines";
import { CaseReference } from "@/features/reconciliation/components/dashboard-case-reference";
import { getCase } from "@/features/reconciliation/queries/get-case";
import type { CaseDetail } from "@/features/reconciliation/schema";
import { requireStaff } from "@/features/staff/gate";
import { listStaff } from "@/features/staff/queries/list-staff";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";

const path = "/merchant/finance/reconciliation";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("reconciliation"))("cases") };
}

/** One difference: both sides, what may explain it, whose it is and how it ends. */
export default async function CasePage({ params }: { params: Promise<{ caseId: string }> }) {
  const { merchantId, role } = await requireStaff("finance.read");
  const { caseId } = await params;
  const text = await getTranslations("reconciliation");
  if (!isId(caseId)) notFound();
  const { found, people } = await inMerchant(merchantId, async (tx) => ({
    found: await getCase(tx, merchantId, caseId),
    people: await listStaff(tx, { merchantId, now: systemClock() }),
  }));
  if (!found) notFound();
  const mayWrite = can(role, "reconciliation.write");
  const isOpen = found.state === "open";
  return (
    <>
      <PageHeading
        title={text(`kind.${found.kind}`)}
        back={{ href: path, label: text("title") }}
        hint={text(`case.advice.${found.kind}`)}
      >
        <Badge tone={isOpen ? "warn" : "ok"}>{text(found.state)}</Badge>
        {mayWrite && isOpen && (
          <ActionButton action={retryDayAction.bind(null, found.day)}>{text("retry")}</ActionButton>
        )}
      </PageHeading>
      {!isOpen && <Resolution of={found} />}
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          <Panel title={text("case.facts")}>
            <Facts of={found} />
          </Panel>
          <Panel title={text("case.lines")}>
            <CaseLines lines={found.lines} />
          </Panel>
        </div>
        {mayWrite && isOpen && (
          <div className="grid min-w-0 gap-4">
            <Panel title={text("case.assign")}>
              <AssignCaseForm
                assign={assignCaseAction.bind(null, caseId)}
                people={people.filter(({ isDisabled }) => !isDisabled)}
                ownerId={found.ownerId}
              />
            </Panel>
            <Panel title={text("case.close")}>
              <CloseCaseForm close={closeCaseAction.bind(null, caseId)} />
            </Panel>
          </div>
        )}
      </div>
    </>
  );
}

async function Facts({ of: found }: { of: CaseDetail }) {
  const text = await getTranslations("reconciliation");
  const { oursFen, theirsFen, orderNo, payoutId } = found;
  const amount = (fen: bigint | null) => (fen === null ? "—" : <Money fen={fen} />);
  const link = (href: string, label: string) => (
    <Link href={href} className="text-leaf hover:underline">
      {label}
    </Link>
  );
  return (
    <DefinitionList
      entries={[
        [text("reference"), <CaseReference key="reference" reference={found.reference} />],
        [text("case.bill"), `${found.day} ${text(found.billKind)}`],
        [text("lineKindLabel"), text(`lineKind.${found.lineKind}`)],
        [text("ours"), amount(oursFen)],
        [text("theirs"), amount(theirsFen)],
        [text("difference"), sayDifference(found, text)],
        ...(found.ourState
          ? ([[text("case.ourState"), <OurState key="state" of={found} />]] as const)
          : []),
        ...(orderNo
          ? ([[text("case.order"), link(`/merchant/finance/orders/${orderNo}`, orderNo)]] as const)
          : []),
        ...(payoutId
          ? ([
              [text("case.payout"), link(`/merchant/finance/payouts/${payoutId}`, found.reference)],
            ] as const)
          : []),
        [text("owner"), found.ownerName ?? text("nobody")],
        [text("openedAt"), <Moment key="opened" at={found.openedAt} />],
      ]}
    />
  );
}

/** Who has more, and by how much. */
function sayDifference(
  { oursFen, theirsFen }: CaseDetail,
  text: (key: "theirsMore" | "theirsLess", words: { yuan: string }) => string,
): string {
  if (oursFen === null && theirsFen === null) return "—";
  const fen = (theirsFen ?? 0n) - (oursFen ?? 0n);
  if (fen === 0n) return showYuan(fen);
  return fen > 0n
    ? text("theirsMore", { yuan: formatYuan(fen) })
    : text("theirsLess", { yuan: formatYuan(-fen) });
}

/** In the words of the screens that the state comes from. */
async function OurState({ of: found }: { of: CaseDetail }) {
  const text = await getTranslations();
  if (found.kind === "bill_unreadable") return <BillFailure failure={found.ourState} />;
  const key = found.lineKind.startsWith("transfer")
    ? `payouts.state.${found.ourState}`
    : `reconciliation.case.state.${found.ourState}`;
  return text.has(key) ? text(key) : found.ourState;
}

async function Resolution({ of: found }: { of: CaseDetail }) {
  const text = await getTranslations("reconciliation.case");
  const format = await getFormatter();
  const { closedAt, closedByName, resolution } = found;
  const at = closedAt
    ? format.dateTime(closedAt, { dateStyle: "medium", timeStyle: "short" })
    : "—";
  return (
    <div className="mb-4">
      <Notice tone="ok">
        {closedByName ? (
          <>
            {text("closedBy", { name: closedByName, at })}
            <span className="mt-1 block whitespace-pre-wrap">{resolution}</span>
          </>
        ) : (
          text("closedBySystem", { at })
        )}
      </Notice>
    </div>
  );
}
