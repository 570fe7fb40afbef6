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
  const accounts = new Map<string, Account>();
  const transfers = drafts.map((draft) => toTransfer(merchantId, accounts, draft));
  const posted = await insert(tx, { merchantId, accounts: [...accounts.values()], transfers, now });
  if (posted < transfers.length) await assertSameContent(tx, merchantId, transfers);
  return { posted };
}

type Account = AccountRef & { id: string; floorFen: bigint | null };

/**
 * A column is one parameter, so that any number of rows is the same statement with the same plan; as
 * arrays, because Postgres reads them thirty times as fast as JSON.
 */
function insert(
  tx: MerchantTx,
  rows: {
    merchantId: string;
    accounts: readonly Account[];
    transfers: readonly PostedTransfer[];
    now: Date;
  },
): Promise<number> {
  const { merchantId, now } = rows;
  const account = <Key extends keyof Account>(key: Key) => rows.accounts.map((one) => one[key]);
  const transfer = <Key extends keyof PostedTransfer>(key: Key) =>
    rows.transfers.map((one) => one[key]);
  return tx.$executeRaw`
    with account as (
      insert into ledger_account (merchant_id, id, kind, distributor_id, shard, floor_fen, created_at)
      select ${merchantId}::uuid, a.id, a.kind, a.distributor_id, a.shard, a.floor_fen, ${now}
      from unnest(${account("id")}::uuid[], ${account("kind")}::ledger_account_kind[],
        ${account("distributorId")}::uuid[], ${account("shard")}::int[], ${account("floorFen")}::bigint[])
        as a(id, kind, distributor_id, shard, floor_fen)
      -- In id order, so that two events that open the same accounts wait in one direction only.
      order by a.id
      on conflict do nothing
    )
    insert into ledger_transfer (merchant_id, id, event_key, debit_account_id, credit_account_id,
      amount_fen, phase, hold_id, reverses_id, code, reference_kind, reference_id, event_at, created_at)
    select ${merchantId}::uuid, t.*, ${now}, ${now}
    from unnest(${transfer("id")}::uuid[], ${transfer("eventKey")}::text[],
      ${transfer("debitAccountId")}::uuid[], ${transfer("creditAccountId")}::uuid[],
      ${transfer("amountFen")}::bigint[], ${transfer("phase")}::transfer_phase[],
      ${transfer("holdId")}::uuid[], ${transfer("reversesId")}::uuid[], ${transfer("code")}::text[],
      ${transfer("referenceKind")}::text[], ${transfer("referenceId")}::uuid[])
      as t(id, event_key, debit_account_id, credit_account_id, amount_fen, phase, hold_id, reverses_id,
        code, reference_kind, reference_id)
    order by t.id
    on conflict (merchant_id, id) do nothing`;
}

/** Adds the accounts that it names to `accounts`, where they are not there yet. */
function toTransfer(
  merchantId: string,
  accounts: Map<string, Account>,
  draft: TransferDraft,
): PostedTransfer {
  const { eventKey, amountFen, phase, code, reference, reversesEventKey, holdEventKey } = draft;
  return {
    id: eventId(merchantId, eventKey),
    eventKey,
    debitAccountId: accountId(merchantId, accounts, draft.debit),
    creditAccountId: accountId(merchantId, accounts, draft.credit),
    amountFen,
    phase,
    holdId: holdEventKey === undefined ? null : eventId(merchantId, holdEventKey),
    reversesId: reversesEventKey === undefined ? null : eventId(merchantId, reversesEventKey),
    code,
    referenceKind: reference.kind,
    referenceId: reference.id,
  };
}

/**
 * Computed, not looked up: a booking needs no read, and two that open one account mean the same row.
 * Once for each account of the event: a settlement names a distributor's a thousand times.
 */
function accountId(merchantId: string, accounts: Map<string, Account>, ref: AccountRef): string {
  const { kind, distributorId, shard } = ref;
  const key = `account:${kind}:${distributorId ?? "merchant"}:${shard}`;
  const known = accounts.get(key);
  if (known) return known.id;
  const id = eventId(merchantId, key);
  accounts.set(key, { ...ref, id, floorFen: ACCOUNT_RULES[kind].floorFen });
  return id;
}
