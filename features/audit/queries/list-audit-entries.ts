import { shanghaiDayRange } from "@/domain/metrics/shanghai-day";
import type { AuditEntryView, AuditFilter } from "@/features/audit/schema";
import { ACTOR_KINDS } from "@/features/audit/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { isId } from "@/lib/ids/is-id";
import { readCursor, writeCursor } from "@/lib/paging/page-cursor";
import { Prisma } from "@/prisma/generated/client";

type Row = Omit<AuditEntryView, "seal"> & { seq: bigint | null; hash: string | null };

/** The audit log, newest first, narrowed by whatever is given, page by page below a cursor. */
export async function listAuditEntries(
  tx: MerchantTx,
  merchantId: string,
  question: { filter: AuditFilter; limit: number },
): Promise<{ entries: AuditEntryView[]; nextCursor: string | null }> {
  const { filter, limit } = question;
  const rows = await tx.$queryRaw<Row[]>`
    with page as (
      select * from audit_entry e
      where ${Prisma.join(conditionsOf(merchantId, filter), " and ")}
      order by e.at desc, e.id desc limit ${limit + 1})
    select e.id as "entryId", e.at, e.actor_kind as "actorKind",
      coalesce(s.name, c.nickname, '') as "actorName", e.action, e.object_kind as "objectKind",
      e.object_id as "objectId", e.details, seal.seq, seal.hash,
      coalesce(o.order_no, co.order_no, d.display_name, p.title, os.name, w.payout_no, r.run_no,
        rc.reference, '')
        as "objectLabel"
    from page e
    left join audit_seal seal on seal.merchant_id = e.merchant_id and seal.entry_id = e.id
    left join staff s on e.actor_kind = 'staff' and s.merchant_id = e.merchant_id and s.id = e.actor_id
    left join customer c
      on e.actor_kind = 'customer' and c.merchant_id = e.merchant_id and c.id = e.actor_id
    left join orders o
      on e.object_kind = 'order' and o.merchant_id = e.merchant_id and o.id = e.object_id
    left join commission k
      on e.object_kind = 'commission' and k.merchant_id = e.merchant_id and k.id = e.object_id
    left join orders co on co.merchant_id = k.merchant_id and co.id = k.order_id
    left join distributor d
      on e.object_kind = 'distributor' and d.merchant_id = e.merchant_id and d.id = e.object_id
    left join product p
      on e.object_kind = 'product' and p.merchant_id = e.merchant_id and p.id = e.object_id
    left join staff os on e.object_kind = 'staff' and os.merchant_id = e.merchant_id and os.id = e.object_id
    left join payout w
      on e.object_kind = 'payout' and w.merchant_id = e.merchant_id and w.id = e.object_id
    left join payout_run r
      on e.object_kind = 'payout_run' and r.merchant_id = e.merchant_id and r.id = e.object_id
    left join reconciliation_case rc on e.object_kind = 'reconciliation_case'
      and rc.merchant_id = e.merchant_id and rc.id = e.object_id
    order by e.at desc, e.id desc`;
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    entries: page.map(toView),
    nextCursor:
      rows.length > limit && last ? writeCursor({ createdAt: last.at, id: last.entryId }) : null,
  };
}

function toView({ seq, hash, ...row }: Row): AuditEntryView {
  return { ...row, seal: seq === null || hash === null ? null : { seq: Number(seq), hash } };
}

function conditionsOf(merchantId: string, filter: AuditFilter): Prisma.Sql[] {
  const { actor, action, object, from, until } = filter;
  const conditions = [Prisma.sql`e.merchant_id = ${merchantId}::uuid`];
  if (actor) conditions.push(actorIs(actor));
  if (action) conditions.push(Prisma.sql`e.action = ${action}`);
  if (object) conditions.push(objectIs(merchantId, object));
  if (from) conditions.push(Prisma.sql`e.at >= ${shanghaiDayRange(from).from}`);
  if (until) conditions.push(Prisma.sql`e.at < ${shanghaiDayRange(until).to}`);
  const cursor = readCursor(filter.cursor);
  if (cursor) conditions.push(Prisma.sql`(e.at, e.id) < (${cursor.createdAt}, ${cursor.id}::uuid)`);
  return conditions;
}

function actorIs(actor: string): Prisma.Sql {
  const kind = ACTOR_KINDS.find((one) => one === actor);
  return kind
    ? Prisma.sql`e.actor_kind = ${kind}`
    : Prisma.sql`e.actor_kind = 'staff' and e.actor_id = ${actor}::uuid`;
}

function objectIs(merchantId: string, object: string): Prisma.Sql {
  if (isId(object)) return Prisma.sql`e.object_id = ${object}::uuid`;
  return Prisma.sql`e.object_id in (
    select id from orders where merchant_id = ${merchantId}::uuid and order_no = ${object}
    union all select id from payout where merchant_id = ${merchantId}::uuid and payout_no = ${object})`;
}
