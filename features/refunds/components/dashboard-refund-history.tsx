import { useFormatter, useTranslations } from "next-intl";
import { Badge, type BadgeTone } from "@/components/ui/badge";
import { Money } from "@/components/ui/money";
import { Notice } from "@/components/ui/notice";
import { RefundByHand } from "@/features/refunds/components/dashboard-refund-by-hand";
import type { EndingByHand, RefundState, StaffRefundView } from "@/features/refunds/schema";

const tones: Record<RefundState, BadgeTone> = {
  requested: "info",
  processing: "info",
  success: "ok",
  closed: "quiet",
  abnormal: "danger",
};

/** Failures that have a sentence of their own in messages/refunds. */
const knownFailures = [
  "not_enough_balance",
  "account_closed",
  "not_set_up",
  "refused_signature",
  "refused_permission",
  "refused_parameters",
  "parameters_changed",
  "not_found",
] as const;

/**
 * An order's refunds, newest first, each with its state and what there is to do.
 * @param byHand null for staff who may not end one
 */
export function RefundHistory({
  refunds,
  byHand,
}: {
  refunds: readonly StaffRefundView[];
  byHand: EndingByHand | null;
}) {
  return (
    <ul className="grid gap-3">
      {refunds.map((refund) => (
        <li key={refund.outRefundNo} className="border-line border-t pt-3 text-sm first:border-t-0">
          <Refund refund={refund} />
          {byHand && isStuck(refund) && (
            <RefundByHand
              end={byHand.end.bind(null, refund.outRefundNo)}
              isLate={refund.isLate}
              mustLookThere={refund.failure === "not_set_up"}
              isSteppedUp={byHand.isSteppedUp}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** WeChat has said no to it, cannot bring it to its end, or can no longer be asked. */
function isStuck({ state, failure }: StaffRefundView): boolean {
  const isOpen = state === "requested" || state === "processing";
  return state === "abnormal" || (isOpen && failure !== "");
}

function Refund({ refund }: { refund: StaffRefundView }) {
  const text = useTranslations("refunds");
  const { state, amountFen, freightFen, lines, isLate, reason, note } = refund;
  return (
    <div className="grid gap-1.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Money fen={amountFen} className="font-semibold" />
        <Badge tone={tones[state]}>{text(`state.${state}`)}</Badge>
        <span className="break-all text-ink-faint">{refund.outRefundNo}</span>
      </p>
      <ul className="text-ink-soft">
        {lines.map((line) => (
          <li key={line.lineNo}>
            {text("historyLine", {
              title: [line.productTitle, line.optionName].filter(Boolean).join(" "),
              count: line.quantity,
            })}{" "}
            <Money fen={line.amountFen} />
            {line.restockQuantity > 0 && ` · ${text("restocked", { count: line.restockQuantity })}`}
          </li>
        ))}
        {freightFen > 0n && (
          <li>
            {text("historyFreight")} <Money fen={freightFen} />
          </li>
        )}
      </ul>
      <p>{isLate ? text("late") : text("reasonIs", { reason })}</p>
      {note && <p className="text-ink-faint">{text("noteIs", { note })}</p>}
      <When refund={refund} />
      {refund.endedReason && (
        <p className="text-ink-soft">
          {text(refund.paidElsewhere ? "byHand.wasPaid" : "byHand.wasGivenUp", {
            name: refund.endedByName,
            reason: refund.endedReason,
          })}
        </p>
      )}
      <Trouble refund={refund} />
    </div>
  );
}

function When({ refund }: { refund: StaffRefundView }) {
  const text = useTranslations("refunds");
  const format = useFormatter();
  const say = (at: Date) => format.dateTime(at, { dateStyle: "short", timeStyle: "short" });
  const { requestedByName: name, createdAt, succeededAt, paidElsewhere } = refund;
  const at = say(createdAt);
  return (
    <p className="text-ink-faint tabular-nums">
      {name ? text("by", { name, at }) : text("bySystem", { at })}
      {succeededAt &&
        ` · ${text(paidElsewhere ? "byHand.paidAt" : "arrivedAt", { at: say(succeededAt) })}`}
    </p>
  );
}

/** What is going on or has gone wrong, in a sentence. */
function Trouble({ refund: { state, failure, endedReason } }: { refund: StaffRefundView }) {
  const text = useTranslations("refunds");
  if (state === "success" || endedReason !== "") return null;
  if (failure !== "") {
    const known = knownFailures.find((one) => one === failure) ?? "other";
    return <Notice tone="danger">{text(`failure.${known}`)}</Notice>;
  }
  const tone = state === "abnormal" ? "danger" : "info";
  return <Notice tone={tone}>{text(`explain.${state}`)}</Notice>;
}
