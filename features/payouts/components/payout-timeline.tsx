import { Icon } from "@/components/phone/icon";
import {
  type TimelinePayout,
  type TimelineStep,
  timelineSteps,
} from "@/features/payouts/components/timeline-steps";
import { mallText } from "@/lib/i18n/mall-text";
import { formatMoment } from "@/lib/i18n/shanghai-time";

const marks = {
  done: "border-leaf bg-leaf text-white",
  now: "border-straw bg-straw-soft text-straw",
  stopped: "border-cinnabar bg-cinnabar-soft text-cinnabar-deep",
  later: "border-line bg-card text-edge",
} as const;
const icons = { done: "check", now: "clock", stopped: "close", later: "minus" } as const;

/** The way of a withdrawal, step by step, with the moment of each. */
export function PayoutTimeline({ payout }: { payout: TimelinePayout }) {
  const steps = timelineSteps(payout);
  return (
    <ol className="px-4 py-4">
      {steps.map((step, index) => (
        <li
          key={step.name}
          aria-current={step.status === "now" ? "step" : undefined}
          className="relative flex gap-3 pb-5 last:pb-0"
        >
          {index < steps.length - 1 ? (
            <span
              aria-hidden="true"
              className={`absolute top-7 bottom-0 left-3.5 w-px ${step.status === "done" ? "bg-leaf" : "bg-line"}`}
            />
          ) : null}
          <span
            className={`z-10 grid size-7 shrink-0 place-items-center rounded-full border ${marks[step.status]}`}
          >
            <Icon name={icons[step.status]} className="size-4" />
          </span>
          <span className="min-w-0 flex-1">
            <span className={step.status === "later" ? "text-ink-faint" : "font-medium"}>
              {mallText(`distribution.withdrawal.detail.steps.${step.name}`)}
            </span>
            <span className="block text-ink-faint text-sm">{noteOf(step, payout)}</span>
          </span>
        </li>
      ))}
    </ol>
  );
}

function noteOf({ name, status, at }: TimelineStep, payout: TimelinePayout): string {
  if (name === "approved" && at && at.getTime() === payout.requestedAt.getTime()) {
    return mallText("distribution.withdrawal.detail.stepNotes.noApproval");
  }
  if (status === "now" && name !== "requested") {
    const isBank = payout.channel === "bank" && name === "sent";
    const note = isBank ? "waitingBank" : waiting[name];
    return mallText(`distribution.withdrawal.detail.stepNotes.${note}`);
  }
  const moment = at ? formatMoment(at) : "";
  if (status !== "stopped") return moment;
  return mallText("distribution.withdrawal.detail.stepNotes.stopped", { moment });
}

const waiting = {
  approved: "waitingApproval",
  sent: "waitingSend",
  confirmed: "waitingConfirm",
  paid: "waitingPaid",
} as const;
