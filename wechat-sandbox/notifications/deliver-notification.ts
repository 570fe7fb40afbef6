import { z } from "zod";
import type { SandboxAccount } from "../account";
import { spoilNotification } from "../faults/spoil-notification";
import { accountByAppId, type SandboxContext } from "../sandbox-context";
import { type Fault, type FaultKind, faultKindSchema } from "../schemas/fault";
import {
  type NotificationResource,
  paymentResourceSchema,
  refundResourceSchema,
  transferResourceSchema,
} from "../schemas/notification";
import { signNotification } from "../sign-notification";
import { insertAttempt, type NotificationRow, updateNotification } from "../store/notifications";
import { type DeliveryResult, isReceived, postNotification } from "./post-notification";
import { RETRY_WAITS_MS, retryWaitMs, TRANSFER_RETRY_WAITS_MS } from "./retry-schedule";

/** Spoilt notifications are refused, so they count as attempts; a probe comes on top of the real one. */
const SPOILING: readonly FaultKind[] = [
  "corrupt_body",
  "corrupt_signature",
  "corrupt_ciphertext",
  "wrong_serial",
  "stale_timestamp",
];

const contentSchema = z.union([
  paymentResourceSchema,
  refundResourceSchema,
  transferResourceSchema,
]);

function parseResource(row: NotificationRow): NotificationResource {
  return contentSchema.parse(JSON.parse(row.resource));
}

function topicOf(row: NotificationRow): "transfer" | "refund" | "payment" {
  const resource = parseResource(row);
  if ("out_bill_no" in resource) return "transfer";
  return "refund_status" in resource ? "refund" : "payment";
}

function faultsFor(context: SandboxContext, row: NotificationRow): Fault[] {
  return context.faults.take(["notification", `${topicOf(row)}_notification`]);
}

async function send(
  context: SandboxContext,
  account: SandboxAccount,
  row: NotificationRow,
  kinds: string[],
): Promise<DeliveryResult> {
  const signed = signNotification({
    account,
    resource: parseResource(row),
    nowSeconds: Math.floor(context.now() / 1000),
    random: context.random,
    id: row.id,
    createdAtMs: row.created_at,
  });
  const spoiled = kinds.reduce(
    (notification, kind) =>
      spoilNotification(context, account, notification, faultKindSchema.parse(kind)),
    signed,
  );
  return postNotification(row.url, spoiled, {
    timeoutMs: context.notifyTimeoutMs,
    hangUp: kinds.includes("reset_after"),
  });
}

function record(
  context: SandboxContext,
  row: NotificationRow,
  number: number,
  result: DeliveryResult,
): void {
  insertAttempt(context.db, { notification_id: row.id, number, at: context.now(), ...result });
}

function stateAfter(received: boolean, waitMs: number | null): NotificationRow["state"] {
  if (received) return "delivered";
  return waitMs === null ? "given_up" : "waiting";
}

function settle(context: SandboxContext, row: NotificationRow, received: boolean): void {
  const attempts = row.attempts + 1;
  const waits = topicOf(row) === "transfer" ? TRANSFER_RETRY_WAITS_MS : RETRY_WAITS_MS;
  const wait = received ? null : retryWaitMs(attempts, context.timeScale, waits);
  updateNotification(context.db, {
    id: row.id,
    attempts,
    next_at: wait === null ? null : Math.round(context.now() + wait),
    state: stateAfter(received, wait),
  });
}

async function sendExtras(
  context: SandboxContext,
  account: SandboxAccount,
  row: NotificationRow,
  faults: Fault[],
  number: number,
): Promise<void> {
  for (const fault of faults) {
    if (fault.kind === "signature_probe") {
      const probe = await send(context, account, row, ["signature_probe"]);
      record(context, row, number, { ...probe, outcome: `probe ${probe.outcome}` });
    }
    if (fault.kind !== "duplicate") continue;
    const copies = Array.from({ length: fault.copies }, () => send(context, account, row, []));
    for (const copy of await Promise.all(copies)) {
      record(context, row, number, { ...copy, outcome: `copy ${copy.outcome}` });
    }
  }
}

/**
 * Makes the attempt that is due for `row`: draws its faults, sends, records the outcome and plans
 * the retry. "postponed" when a fault moved the attempt to a later time instead.
 */
export async function deliverNotification(
  context: SandboxContext,
  row: NotificationRow,
): Promise<"attempted" | "postponed" | "reorder"> {
  const account = accountByAppId(context, row.app_id);
  if (!account) {
    updateNotification(context.db, { ...row, next_at: null, state: "given_up" });
    return "attempted";
  }
  const faults = faultsFor(context, row);
  const delay = faults.find((fault) => fault.kind === "delay");
  const holdsBack = delay ?? faults.find((fault) => fault.kind === "reorder");
  if (holdsBack) {
    // What else was to happen happens to the attempt that is really made.
    for (const fault of faults) if (fault !== holdsBack) context.faults.add({ ...fault, times: 1 });
    if (!delay) return "reorder";
    updateNotification(context.db, { ...row, next_at: context.now() + delay.delayMs });
    return "postponed";
  }
  const number = row.attempts + 1;
  if (faults.some((fault) => fault.kind === "drop")) {
    record(context, row, number, { status: null, outcome: "dropped" });
    settle(context, row, false);
    return "attempted";
  }
  const kinds = faults.map((fault) => fault.kind);
  const spoiling = SPOILING.filter((kind) => kinds.includes(kind));
  const lost = kinds.includes("reset_after") ? ["reset_after"] : [];
  const extras = sendExtras(context, account, row, faults, number);
  const result = await send(context, account, row, [...spoiling, ...lost]);
  await extras;
  const outcome = spoiling.length > 0 ? `${spoiling.join(" ")} ${result.outcome}` : result.outcome;
  record(context, row, number, { ...result, outcome });
  settle(context, row, isReceived(result));
  return "attempted";
}
