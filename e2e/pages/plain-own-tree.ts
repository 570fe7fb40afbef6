import { behind } from "@/e2e/pages/behind";
import { plainFacts } from "@/e2e/pages/plain-facts";
import { firstShop } from "@/e2e/pages/plain-metrics";
import { plainTree } from "@/e2e/pages/plain-spread";

export type PlainHop = { hop: number; people: number; orders: number; fen: bigint };

/** What lies below somebody hop by hop, from the facts: people brought, their orders since, what is left of those. */
export async function plainOwnTree(nickname: string): Promise<PlainHop[]> {
  const { rows } = await behind(
    `with recursive ${plainFacts}, ${plainTree},
      under as (
        select b.person, b.at, 1 as hop from brought_by b
        where b.sharer = (select id::text from customer where merchant_id = $1 and nickname = $2)
        union all
        select b.person, b.at, u.hop + 1 from under u join brought_by b on b.sharer = u.person),
      bought as (
        select u.hop, s.id, (select sum(fen) from sold where sold.id = s.id)
          - coalesce((select sum(fen) from back where back.sale = s.id), 0) as fen
        from under u join sale s on s.person = u.person and s.is_ours and s.at >= u.at)
     select u.hop, count(*)::int as people,
      (select count(*)::int from bought o where o.hop = u.hop) as orders,
      (select coalesce(sum(fen), 0)::text from bought o where o.hop = u.hop) as fen
     from under u group by u.hop order by u.hop`,
    [await firstShop(), nickname],
  );
  return rows.map(({ fen, ...row }) => ({ ...row, fen: BigInt(fen) }));
}
