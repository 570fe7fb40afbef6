import { ACCOUNT_RULES } from "@/domain/ledger/account-kinds";
import type { AccountRef } from "@/domain/ledger/account-ref";
import type { TransferDraft } from "@/domain/ledger/transfer-draft";
import { assertSameContent } from "@/features/ledger/queries/assert-same-content";
import type { PostedTransfer } from "@/features/ledger/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { eventId } from "@/lib/ids/new-id";

/**
 * Books all transfers of one event in one statement, which also opens the accounts that do not exist
 * yet; the database's trigger locks the accounts in id order and moves their balances (money.md 3).
 * Call it last in a transaction: the accounts stay locked until its end.
 * An event that was booked before with the same content changes nothing.
 * @returns how many transfers are new
 * @throws when an event was booked before with another content, or an account would fall below its floor
 */
export async function postTransfers(
  tx: MerchantTx,
  event: { merchantId: string; drafts: readonly TransferDraft[]; now: Date },
): Promise<{ posted: number }> {
  const { merchantId, drafts, now } = event;
  if (drafts.length === 0) return { posted: 0 };
  const accounts = openAccounts(merchantId, drafts);
  const transfers = drafts.map((draft) => toTransfer(merchantId, accounts, draft));
  const inserted = await tx.$queryRaw<{ id: string }[]>`
    with account as (
      insert into ledger_account (merchant_id, id, kind, distributor_id, shard, floor_fen, created_at)
      select ${merchantId}::uuid, a.id, a.kind, a."distributorId", a.shard, a."floorFen", ${now}
      from json_to_recordset(${toJson([...accounts.values()])}::json) as a(
        id uuid, kind ledger_account_kind, "distributorId" uuid, shard int, "floorFen" bigint)
      -- In id order, so that two events that open the same accounts wait in one direction only.
      order by a.id
      on conflict do nothing
    )
    insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id,
      amount_fen, phase, hold_id, reverses_id, code, reference_kind, reference_id, event_at, created_at)
    select ${merchantId}::uuid, t.id, t."eventKey", t."debitAccountId", t."creditAccountId",
      t."amountFen", t.phase, t."holdId", t."reversesId", t.code, t."referenceKind", t."referenceId", ${now}, ${now}
    from json_to_recordset(${toJson(transfers)}::json) as t(
      id uuid, "eventKey" text, "debitAccountId" uuid, "creditAccountId" uuid, "amountFen" bigint,
      phase transfer_phase, "holdId" uuid, "reversesId" uuid, code text, "referenceKind" text, "referenceId" uuid)
    order by t.id
    on conflict (merchant_id, id) do nothing
    returning id`;
  if (inserted.length < transfers.length) await assertSameContent(tx, merchantId, transfers);
  return { posted: inserted.length };
}

type Account = AccountRef & { id: string; floorFen: bigint | null };

function toTransfer(
  merchantId: string,
  accounts: ReadonlyMap<string, Account>,
  draft: TransferDraft,
): PostedTransfer {
  const { eventKey, amountFen, phase, code, reference, reversesEventKey, holdEventKey } = draft;
  const idOf = (ref: AccountRef) => accounts.get(accountKey(ref))?.id ?? accountId(merchantId, ref);
  return {
    id: eventId(merchantId, eventKey),
    eventKey,
    debitAccountId: idOf(draft.debit),
    creditAccountId: idOf(draft.credit),
    amountFen,
    phase,
    holdId: holdEventKey === undefined ? null : eventId(merchantId, holdEventKey),
    reversesId: reversesEventKey === undefined ? null : eventId(merchantId, reversesEventKey),
    code,
    referenceKind: reference.kind,
    referenceId: reference.id,
  };
}

function accountKey({ kind, distributorId, shard }: AccountRef): string {
  return `account:${kind}:${distributorId ?? "merchant"}:${shard}`;
}

/** Computed, not looked up: a booking needs no read, and two that open one account mean the same row. */
function accountId(merchantId: string, ref: AccountRef): string {
  return eventId(merchantId, accountKey(ref));
}

/** Every account of the event once: a settlement names a distributor's a thousand times. */
function openAccounts(merchantId: string, drafts: readonly TransferDraft[]): Map<string, Account> {
  const accounts = new Map<string, Account>();
  for (const ref of drafts.flatMap(({ debit, credit }) => [debit, credit])) {
    const key = accountKey(ref);
    if (accounts.has(key)) continue;
    const { floorFen } = ACCOUNT_RULES[ref.kind];
    accounts.set(key, { ...ref, id: accountId(merchantId, ref), floorFen });
  }
  return accounts;
}

/** One parameter for any number of rows keeps the statement's text, and so its plan, the same. */
function toJson(rows: readonly object[]): string {
  return JSON.stringify(rows, (_key, value) =>
    typeof value === "bigint" ? value.toString() : value,
  );
}
