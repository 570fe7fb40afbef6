import type { SandboxContext } from "../sandbox-context";
import { type Fault, transferFailReasonSchema } from "../schemas/fault";
import type { SandboxTransfer } from "../store/transfers";
import { realNameOf } from "../store/users";
import { endTransfer, moveTransfer, takeMoney } from "./move-transfer";

/** Why WeChat does not pay this name; null when it is the payee's or none was given. */
function nameFault(context: SandboxContext, userId: string, name: string | null): string | null {
  if (name === null) return null;
  const realName = realNameOf(context.db, userId);
  if (realName === "") return "REAL_NAME_CHECK_FAIL";
  return realName === name ? null : "NAME_NOT_CORRECT";
}

/** The fail reason that a fault stands for; null for faults that mean something else. */
export function failReasonOf(fault: Fault): string | null {
  if (fault.kind === "FAIL") return fault.code;
  return transferFailReasonSchema.safeParse(fault.kind).data ?? null;
}

/**
 * Brings a transfer as far as its payee: takes the money and waits for the confirmation. Without
 * enough money it stays ACCEPTED, and PROCESSING when it is tried again in vain. Faults on
 * `transfer_start` let it begin as ACCEPTED or PROCESSING, or fail at once.
 */
export function beginTransfer(
  context: SandboxContext,
  transfer: SandboxTransfer,
  payee: { userId: string; name: string | null },
): SandboxTransfer {
  const faults = context.faults.take(["transfer_start"]);
  const refused = faults.map(failReasonOf).find((reason) => reason !== null);
  const reason = refused ?? nameFault(context, payee.userId, payee.name);
  if (reason) return endTransfer(context, transfer, "FAIL", reason);
  const slow = faults.find((fault) => fault.kind === "PROCESSING");
  if (slow) {
    const due_at = Math.min(context.now() + slow.delayMs, transfer.closes_at);
    return moveTransfer(context, transfer, { state: "PROCESSING", due_at });
  }
  if (faults.some((fault) => fault.kind === "ACCEPTED")) return transfer;
  return lockMoney(context, transfer) ?? transfer;
}

/** Waits for the payee once the money is taken; null when there is not enough of it. */
function lockMoney(context: SandboxContext, transfer: SandboxTransfer): SandboxTransfer | null {
  if (!takeMoney(context, transfer)) return null;
  return moveTransfer(context, transfer, {
    state: "WAIT_USER_CONFIRM",
    due_at: transfer.closes_at,
  });
}

/** Another try of a transfer that has no money yet; in vain it is PROCESSING from then on. */
export function retryTransfer(context: SandboxContext, transfer: SandboxTransfer): SandboxTransfer {
  return (
    lockMoney(context, transfer) ??
    moveTransfer(context, transfer, { state: "PROCESSING", due_at: transfer.closes_at })
  );
}
