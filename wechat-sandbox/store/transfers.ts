import type { DatabaseSync } from "node:sqlite";
import { z } from "zod";
import { transferStateSchema } from "../schemas/transfer";
import { prepared } from "./prepared";

const transferRowSchema = z.object({
  mch_id: z.string(),
  out_bill_no: z.string(),
  transfer_bill_no: z.string(),
  app_id: z.string(),
  openid: z.string(),
  /** The first request's parameters in canonical JSON, the name decrypted; a repetition must equal them. */
  request: z.string(),
  notify_url: z.string().nullable(),
  amount: z.int(),
  remark: z.string(),
  /** As it was sent: encrypted. */
  user_name: z.string().nullable(),
  state: transferStateSchema,
  fail_reason: z.string().nullable(),
  package_info: z.string(),
  created_at: z.int(),
  updated_at: z.int(),
  /** When nobody may confirm any more, a late closing included. */
  closes_at: z.int(),
  /** When the state changes by itself; null when it never will. */
  due_at: z.int().nullable(),
  /** How it ends once `due_at` has come in TRANSFERING: null is success. */
  ends_as: z.string().nullable(),
});
export type SandboxTransfer = z.infer<typeof transferRowSchema>;

function read(row: unknown): SandboxTransfer | null {
  return row ? transferRowSchema.parse(row) : null;
}

export function findTransfer(
  db: DatabaseSync,
  mchId: string,
  outBillNo: string,
): SandboxTransfer | null {
  return read(
    prepared(db, "select * from transfers where mch_id = ? and out_bill_no = ?").get(
      mchId,
      outBillNo,
    ),
  );
}

export function findTransferByBillNo(
  db: DatabaseSync,
  mchId: string,
  transferBillNo: string,
): SandboxTransfer | null {
  return read(
    prepared(db, "select * from transfers where mch_id = ? and transfer_bill_no = ?").get(
      mchId,
      transferBillNo,
    ),
  );
}

export function findTransferByPackage(
  db: DatabaseSync,
  packageInfo: string,
): SandboxTransfer | null {
  return read(prepared(db, "select * from transfers where package_info = ?").get(packageInfo));
}

export function insertTransfer(db: DatabaseSync, transfer: SandboxTransfer): void {
  prepared(
    db,
    `insert into transfers (mch_id, out_bill_no, transfer_bill_no, app_id, openid, request,
       notify_url, amount, remark, user_name, state, fail_reason, package_info, created_at,
       updated_at, closes_at, due_at, ends_as)
     values (:mch_id, :out_bill_no, :transfer_bill_no, :app_id, :openid, :request, :notify_url,
       :amount, :remark, :user_name, :state, :fail_reason, :package_info, :created_at,
       :updated_at, :closes_at, :due_at, :ends_as)`,
  ).run(transfer);
}

/** Writes the moving parts of a transfer. */
export function updateTransfer(db: DatabaseSync, transfer: SandboxTransfer): void {
  prepared(
    db,
    `update transfers set state = ?, fail_reason = ?, updated_at = ?, closes_at = ?, due_at = ?,
       ends_as = ?
     where mch_id = ? and out_bill_no = ?`,
  ).run(
    transfer.state,
    transfer.fail_reason,
    transfer.updated_at,
    transfer.closes_at,
    transfer.due_at,
    transfer.ends_as,
    transfer.mch_id,
    transfer.out_bill_no,
  );
}

/** Transfers that change by themselves now, the longest overdue first. */
export function listDueTransfers(db: DatabaseSync, nowMs: number): SandboxTransfer[] {
  const rows = prepared(
    db,
    "select * from transfers where due_at <= ? order by due_at limit 200",
  ).all(nowMs);
  return z.array(transferRowSchema).parse(rows);
}

/** When the next transfer changes by itself, in milliseconds; null when none will. */
export function nextTransferDueAt(db: DatabaseSync): number | null {
  const row = prepared(db, "select min(due_at) as at from transfers").get();
  return typeof row?.at === "number" ? row.at : null;
}

/** The newest transfers of all merchants. */
export function listTransfers(db: DatabaseSync, limit: number): SandboxTransfer[] {
  const rows = prepared(
    db,
    "select * from transfers order by created_at desc, rowid desc limit ?",
  ).all(limit);
  return z.array(transferRowSchema).parse(rows);
}

/** Transfers that one person may or did receive at an account, newest first. */
export function listTransfersTo(
  db: DatabaseSync,
  identities: { appId: string; openid: string }[],
  limit: number,
): SandboxTransfer[] {
  const find = prepared(
    db,
    "select * from transfers where app_id = ? and openid = ? order by created_at desc limit ?",
  );
  return identities
    .flatMap(({ appId, openid }) =>
      z.array(transferRowSchema).parse(find.all(appId, openid, limit)),
    )
    .sort((one, other) => other.created_at - one.created_at)
    .slice(0, limit);
}
