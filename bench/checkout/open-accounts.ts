import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { BenchShop } from "@/bench/checkout/prepare-shop";
import type { BenchAccounts } from "@/bench/checkout/write-rows";
import { ACCOUNT_SHARDS } from "@/domain/ledger/account-kinds";

/** Opens the ledger accounts that the hand-written transaction books to. */
export async function openAccounts(pool: Pool, shop: BenchShop): Promise<BenchAccounts> {
  const { merchantId } = shop.merchant;
  const client = await pool.connect();
  const open = async (kind: string, distributorId: string | null, shard: number) => {
    const id = randomUUID();
    await client.query(
      `insert into ledger_account (merchant_id, id, kind, distributor_id, shard, floor_fen, created_at)
       values ($1, $2, $3, $4, $5, $6, now())`,
      [merchantId, id, kind, distributorId, shard, distributorId === null ? null : 0],
    );
    return id;
  };
  try {
    await client.query("begin");
    await client.query("select set_config('app.merchant_id', $1, true)", [merchantId]);
    const [clearing, sales]: [string[], string[]] = [[], []];
    for (let shard = 0; shard < ACCOUNT_SHARDS; shard += 1) {
      clearing.push(await open("wechat_clearing", null, shard));
      sales.push(await open("merchant_sales", null, shard));
    }
    const pending = new Map<string, string>();
    for (const { level1DistributorId, level2DistributorId } of shop.buyers) {
      for (const id of [level1DistributorId, level2DistributorId]) {
        if (!pending.has(id)) pending.set(id, await open("commission_pending", id, 0));
      }
    }
    await client.query("commit");
    return { clearing, sales, pending };
  } finally {
    client.release();
  }
}
