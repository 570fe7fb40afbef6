import type { SandboxContext } from "../sandbox-context";
import { findTransferByPackage, type SandboxTransfer } from "../store/transfers";
import { findUserByOpenid } from "../store/users";
import { failReasonOf } from "./begin-transfer";
import { moveTransfer } from "./move-transfer";

/** How long the money is under way after the confirmation, divided by the time scale. */
const TRANSFER_MS = 2000;

export type TransferObstacle =
  | "unknown_package"
  | "other_user"
  | "not_ready"
  | "confirmed"
  | "closed"
  | "cancelled";
export type ConfirmOutcome =
  | { ok: true; transferBillNo: string; outBillNo: string }
  | { ok: false; reason: TransferObstacle };

const OBSTACLES: Record<SandboxTransfer["state"], TransferObstacle | null> = {
  ACCEPTED: "not_ready",
  PROCESSING: "not_ready",
  WAIT_USER_CONFIRM: null,
  TRANSFERING: "confirmed",
  SUCCESS: "confirmed",
  FAIL: "closed",
  CANCELING: "cancelled",
  CANCELLED: "cancelled",
};

/** Why `userId` cannot confirm this transfer now; null when nothing stands in the way. */
export function confirmObstacle(
  context: SandboxContext,
  transfer: SandboxTransfer,
  userId: string,
): TransferObstacle | null {
  const payee = findUserByOpenid(context.db, transfer.app_id, transfer.openid);
  if (payee?.id !== userId) return "other_user";
  return OBSTACLES[transfer.state];
}

/**
 * The payee taps 确认收款: the money is under way and has arrived a moment later. Faults on
 * `transfer_settlement` let it fail then, or keep it under way longer.
 */
export function confirmTransfer(
  context: SandboxContext,
  packageInfo: string,
  userId: string,
): ConfirmOutcome {
  const transfer = findTransferByPackage(context.db, packageInfo);
  if (!transfer) return { ok: false, reason: "unknown_package" };
  const obstacle = confirmObstacle(context, transfer, userId);
  if (obstacle) return { ok: false, reason: obstacle };
  const faults = context.faults.take(["transfer_settlement"]);
  const slow = faults.find((fault) => fault.kind === "TRANSFERING");
  const ends_as = faults.map(failReasonOf).find((reason) => reason !== null) ?? null;
  const wait = slow?.delayMs ?? TRANSFER_MS / context.timeScale;
  const due_at = Math.round(context.now() + wait);
  moveTransfer(context, transfer, { state: "TRANSFERING", due_at, ends_as });
  return {
    ok: true,
    transferBillNo: transfer.transfer_bill_no,
    outBillNo: transfer.out_bill_no,
  };
}
