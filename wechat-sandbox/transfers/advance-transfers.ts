import type { SandboxContext } from "../sandbox-context";
import { inTransaction } from "../store/in-transaction";
import { listDueTransfers, type SandboxTransfer } from "../store/transfers";
import { retryTransfer } from "./begin-transfer";
import { endTransfer } from "./move-transfer";

function advance(context: SandboxContext, transfer: SandboxTransfer): void {
  switch (transfer.state) {
    case "TRANSFERING":
      if (transfer.ends_as === null) endTransfer(context, transfer, "SUCCESS", null);
      else endTransfer(context, transfer, "FAIL", transfer.ends_as);
      return;
    case "CANCELING":
      endTransfer(context, transfer, "CANCELLED", "MCH_CANCEL", transfer.ends_as === "held");
      return;
    case "PROCESSING":
      if (context.now() < transfer.closes_at) {
        retryTransfer(context, transfer);
        return;
      }
      endTransfer(context, transfer, "FAIL", "OVERDUE_CLOSE");
      return;
    default:
      endTransfer(context, transfer, "FAIL", "OVERDUE_CLOSE");
  }
}

/** Moves every transfer whose time has come. */
export function advanceDueTransfers(context: SandboxContext): void {
  const due = listDueTransfers(context.db, context.now());
  if (due.length === 0) return;
  inTransaction(context.db, () => {
    for (const transfer of due) advance(context, transfer);
  });
}
