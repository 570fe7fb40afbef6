import { beforeAll, expect, test } from "vitest";
import { distributorAccount, merchantAccount } from "@/domain/ledger/account-ref";
import type { TransferDraft } from "@/domain/ledger/transfer-draft";
import { asSuperuser, type TestMerchant, testMerchants } from "@/e2e/database";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const now = new Date("2026-03-01T00:00:00.000Z");

let shop: TestMerchant;
let other: TestMerchant;
beforeAll(async () => {
  ({ a: shop, b: other } = await testMerchants());
});

/** A refund and its way back: nothing that the order's invariants ask about. */
function draft(over: Partial<TransferDraft> = {}): TransferDraft {
  const id = newId();
  return {
    eventKey: `test:${id}`,
    code: "order_refunded",
    phase: "single",
    debit: merchantAccount("merchant_sales", id, 16),
    credit: merchantAccount("wechat_clearing", id, 16),
    amountFen: 700n,
    reference: { kind: "refund", id },
    ...over,
  };
}

/** Books inside a transaction that is undone, so that no invariant asks which refund this was. */
async function undone<T>(merchant: TestMerchant, work: (book: Book) => Promise<T>): Promise<T> {
  const { merchantId } = merchant;
  let result: { value: T } | undefined;
  const rolledBack = inMerchant(merchantId, async (tx) => {
    const value = await work({
      post: (drafts) => postTransfers(tx, { merchantId, drafts, now }),
      balanceOf: async (kind) => {
        const sum = await tx.ledgerAccount.aggregate({
          where: { kind },
          _sum: { balanceFen: true },
        });
        return sum._sum.balanceFen ?? 0n;
      },
    });
    result = { value };
    throw new Error("undone");
  });
  await rolledBack.catch((error: Error) => {
    if (error.message !== "undone") throw error;
  });
  if (!result) throw new Error("nothing happened");
  return result.value;
}

type Book = {
  post: (drafts: TransferDraft[]) => Promise<{ posted: number }>;
  balanceOf: (kind: "merchant_sales" | "wechat_clearing") => Promise<bigint>;
};

test("the same event booked again changes nothing", async () => {
  const same = draft();
  const seen = await undone(shop, async ({ post, balanceOf }) => [
    await post([same]),
    await post([same]),
    await post([same, draft()]),
    await balanceOf("merchant_sales"),
  ]);
  expect(seen).toEqual([{ posted: 1 }, { posted: 0 }, { posted: 1 }, -1_400n]);
});

test.each([
  ["amount", { amountFen: 701n }],
  ["code", { code: "order_paid" as const }],
  ["reference", { reference: { kind: "payment" as const, id: newId() } }],
  ["account", { credit: merchantAccount("payout_clearing", "", 16) }],
])("the same event with another %s is refused", async (_what, change) => {
  const first = draft();
  const booking = undone(shop, async ({ post }) => {
    await post([first]);
    await post([{ ...first, ...change }]);
  });
  await expect(booking).rejects.toThrow(/booked before with another content/);
});

test("an account below its floor is refused by the database", async () => {
  const booking = undone(shop, ({ post }) =>
    post([draft({ debit: distributorAccount("commission_available", shop.level1.distributorId) })]),
  );
  await expect(booking).rejects.toThrow(/check/i);
});

test("a transfer that touches another merchant's distributor is refused", async () => {
  const booking = undone(shop, ({ post }) =>
    post([draft({ credit: distributorAccount("commission_pending", other.level1.distributorId) })]),
  );
  await expect(booking).rejects.toThrow(/foreign key|violates/i);
});

test("booked transfers can be neither changed nor deleted by the application", async () => {
  const change = inMerchant(shop.merchantId, (tx) =>
    tx.ledgerTransfer.updateMany({ data: { amountFen: 1n } }),
  );
  await expect(change).rejects.toThrow(/permission denied/);
  const balance = inMerchant(shop.merchantId, (tx) =>
    tx.ledgerAccount.updateMany({ data: { balanceFen: 1n } }),
  );
  await expect(balance).rejects.toThrow(/permission denied/);
});

test("fifty bookings of one event at once, each opening the same accounts, book it once", async () => {
  const { merchantId } = shop;
  const drafts = [draft()];
  const posted = await Promise.all(
    Array.from({ length: 50 }, () =>
      inMerchant(merchantId, (tx) => postTransfers(tx, { merchantId, drafts, now })),
    ),
  );
  expect(posted.reduce((sum, one) => sum + one.posted, 0)).toBe(1);
  const accounts = await inMerchant(merchantId, (tx) => tx.ledgerAccount.findMany());
  expect(accounts.map(({ balanceFen }) => balanceFen).sort()).toEqual([-700n, 700n]);
  await forgetEverything();
});

/** No refund stands behind what was booked: without this the invariants would ask for one. */
async function forgetEverything(): Promise<void> {
  await asSuperuser(async (client) => {
    await client.query("set session_replication_role = replica");
    await client.query("delete from ledger_transfer");
    await client.query("delete from ledger_account");
  });
}
