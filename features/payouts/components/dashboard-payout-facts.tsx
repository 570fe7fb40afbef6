import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { DefinitionList } from "@/components/ui/definition-list";
import { Moment } from "@/components/ui/moment";
import { DueDate } from "@/features/payouts/components/dashboard-payout-table";
import type { PayoutDetailView } from "@/features/payouts/schema";

type Entry = readonly [string, ReactNode];

/** When everything about a payout happened or is due. */
export function PayoutDates({ payout, now }: { payout: PayoutDetailView; now: Date }) {
  const text = useTranslations("payouts.one");
  const dates = [
    "requestedAt",
    "approvedAt",
    "sentAt",
    "confirmUntil",
    "paidAt",
    "endedAt",
  ] as const;
  return (
    <DefinitionList
      entries={[
        ...dates.flatMap((name): Entry[] => {
          const at = payout[name];
          return at ? [[text(name), <Moment key={name} at={at} />]] : [];
        }),
        [text("dueAt"), <DueDate key="due" payout={payout} now={now} />],
      ]}
    />
  );
}

/** What WeChat was told and has answered, or what the bank was given. */
export function PayoutWay({ payout }: { payout: PayoutDetailView }) {
  const text = useTranslations("payouts.one");
  const dash = (value: string | null) => value || "—";
  const common: Entry[] = [
    [text("idNumberTail"), payout.idNumberTail ? `…${payout.idNumberTail}` : "—"],
    [text("jobTitle"), payout.jobTitle],
    [text("remark"), payout.remark],
    [text("policyVersion"), payout.policyVersion],
    ...(payout.runId
      ? [
          [
            text("run"),
            <Link
              key="run"
              href={`/merchant/finance/runs/${payout.runId}`}
              className="text-leaf hover:underline"
            >
              {payout.runNo}
            </Link>,
          ] as const,
        ]
      : []),
  ];
  const people: Entry[] = [
    [text("markedBy"), dash(payout.markedByName)],
    [text("confirmedBy"), dash(payout.confirmedByName)],
  ];
  const wechat: Entry[] = [
    [text("transferBillNo"), dash(payout.transferBillNo)],
    [text("wechatState"), dash(payout.wechatState)],
    // Our own words for why stand above, as a sentence.
    [text("failReason"), dash(/^[A-Z]/.test(payout.failReason) ? payout.failReason : "")],
    [text("attempts"), payout.attempts],
    ...(payout.nextStepAt
      ? [[text("nextStepAt"), <Moment key="next" at={payout.nextStepAt} />] as const]
      : []),
    ...(payout.isMarked ? people : []),
  ];
  const bank: Entry[] = [
    [text("bankName"), dash(payout.bankName)],
    [text("bankCard"), payout.bankCardTail ? `…${payout.bankCardTail}` : "—"],
    [text("bankReference"), dash(payout.bankReference)],
    ...people,
  ];
  return <DefinitionList entries={[...(payout.channel === "wechat" ? wechat : bank), ...common]} />;
}
