import type { AccountFilter, DistributorAccountView } from "@/features/ledger/schema";
import { escapeLike } from "@/lib/db/escape-like";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

const pageSize = 50;

type Row = DistributorAccountView & { claimFen: bigint };

/** Every distributor's account, the largest claim first, page by page below a cursor. */
export async function listDistributorAccounts(
  tx: MerchantTx,
  merchantId: string,
  filter: AccountFilter,
): Promise<{ accounts: DistributorAccountView[]; nextCursor: string | null }> {
  const rows = await tx.$queryRaw<Row[]>`
    with held as (
      select distributor_id,
        coalesce(sum(balance_fen) filter (where kind = 'commission_pending'), 0)::bigint as pending,
        coalesce(sum(balance_fen - held_fen) filter (where kind = 'commission_available'), 0)::bigint as free,
        coalesce(sum(held_fen) filter (where kind = 'commission_available'), 0)::bigint as in_payout,
        coalesce(-sum(balance_fen) filter (where kind = 'commission_debt'), 0)::bigint as debt
      from ledger_account
      where merchant_id = ${merchantId}::uuid and distributor_id is not null group by distributor_id),
    account as (
      select d.id as "distributorId", d.display_name as name, d.status,
        d.payouts_frozen_at as "payoutsFrozenAt", coalesce(h.pending, 0) as "pendingFen",
        coalesce(h.free, 0) as "availableFen", coalesce(h.in_payout, 0) as "inPayoutFen",
        coalesce(h.debt, 0) as "debtFen",
        coalesce(h.free + h.in_payout + h.pending, 0)::bigint as "claimFen"
      from distributor d left join held h on h.distributor_id = d.id
      where d.merchant_id = ${merchantId}::uuid
        and (d.status in ('approved', 'frozen') or h.distributor_id is not null))
    select * from account where ${Prisma.join(conditionsOf(filter), " and ")}
    order by "claimFen" desc, "distributorId" desc limit ${pageSize + 1}`;
  const page = rows.slice(0, pageSize);
  const last = page.at(-1);
  return {
    accounts: page.map(({ claimFen: _claim, ...account }) => account),
    nextCursor: rows.length > pageSize && last ? `${last.claimFen}.${last.distributorId}` : null,
  };
}

const conditions = {
  debt: Prisma.sql`"debtFen" > 0`,
  frozen: Prisma.sql`"payoutsFrozenAt" is not null`,
  in_payout: Prisma.sql`"inPayoutFen" > 0`,
} as const;

function conditionsOf({ text, only, cursor }: AccountFilter): Prisma.Sql[] {
  const [, claim, id] = /^(\d{1,18})\.([0-9a-f-]{36})$/.exec(cursor ?? "") ?? [];
  return [
    ...(text ? [Prisma.sql`name ilike ${`%${escapeLike(text)}%`}`] : []),
    ...(only ? [conditions[only]] : []),
    ...(claim && id
      ? [Prisma.sql`("claimFen", "distributorId") < (${BigInt(claim)}, ${id}::uuid)`]
      : []),
    Prisma.sql`true`,
  ];
}
