import { toBeijingRfc3339 } from "../beijing-time";
import { transferAnswerSchema, transferQueryAnswerSchema } from "../schemas/transfer";
import type { SandboxTransfer } from "../store/transfers";

const failReasonOf = ({ fail_reason }: SandboxTransfer) =>
  fail_reason === null ? {} : { fail_reason };

/** A transfer as the creating call shows it; package_info only while somebody can confirm. */
export function answerTransfer(transfer: SandboxTransfer) {
  const { out_bill_no, transfer_bill_no, state, package_info, created_at } = transfer;
  return transferAnswerSchema.parse({
    out_bill_no,
    transfer_bill_no,
    create_time: toBeijingRfc3339(created_at),
    state,
    ...failReasonOf(transfer),
    ...(state === "WAIT_USER_CONFIRM" ? { package_info } : {}),
  });
}

/** A transfer as both queries show it. */
export function answerTransferQuery(transfer: SandboxTransfer) {
  return transferQueryAnswerSchema.parse({
    mch_id: transfer.mch_id,
    out_bill_no: transfer.out_bill_no,
    transfer_bill_no: transfer.transfer_bill_no,
    appid: transfer.app_id,
    state: transfer.state,
    transfer_amount: transfer.amount,
    transfer_remark: transfer.remark,
    ...failReasonOf(transfer),
    openid: transfer.openid,
    ...(transfer.user_name === null ? {} : { user_name: transfer.user_name }),
    create_time: toBeijingRfc3339(transfer.created_at),
    update_time: toBeijingRfc3339(transfer.updated_at),
  });
}
