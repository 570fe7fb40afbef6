import { expect, test } from "@playwright/test";
import { behind } from "@/e2e/pages/behind";
import { endRefundEach, makeRefundEach } from "@/e2e/routes/a-refund-each";
import { type Call, callRoute, contentOf } from "@/e2e/routes/call-route";
import { readRows } from "@/e2e/routes/database-hash";
import { holdWorkersClock } from "@/e2e/routes/hold-clock";
import { enterSecondShop, leaveNoPayout, secondShop, writingCalls } from "@/e2e/routes/second-shop";
import { CHAYOU } from "@/prisma/seed/shops/demo-people";

test.describe.configure({ mode: "serial" });

/** Not a sum that anybody would come to. */
const sum = "7770777";
const madeUp = "7a7a7a7a-7a7a-4a7a-8a7a-7a7a7a7a7a7a";

/** What a form has no field for: whose it is, what it costs, how far it is, who one is. */
async function smuggled() {
  const { rows } = await behind(
    `with shop as (select merchant_id as id from merchant_host where host = $1)
     select (select merchant_id from merchant_host where host = 'localhost') as "merchantId",
       (select id from customer where merchant_id = (select id from shop) and nickname <> $2
        order by created_at desc limit 1) as "customerId"`,
    [secondShop, CHAYOU.nickname],
  );
  const { merchantId, customerId } = rows[0];
  return {
    ids: [merchantId, customerId],
    fields: {
      ...{ merchantId, merchant_id: merchantId, customerId, customer_id: customerId },
      ...{ id: madeUp, orderId: madeUp, bindingId: madeUp, clickId: madeUp, staffId: madeUp },
      ...{ distributorId: madeUp, level1DistributorId: madeUp, parentDistributorId: madeUp },
      ...{ balanceFen: sum, heldFen: sum, priceFen: sum, unitPriceFen: sum, payableFen: sum },
      ...{ amountFen: sum, commissionFen: sum, paidFen: sum, refundedFen: sum, costFen: sum },
      ...{
        rateBps: "7777",
        state: "refunded",
        status: "approved",
        role: "owner",
        version: 777_777,
      },
      ...{ createdAt: "1999-09-09T09:09:09Z", paidAt: "1999-09-09T09:09:09Z", isDisabled: false },
    },
  };
}

/** Only what the route has no field for itself. */
function unasked({ rule }: Call, fields: Record<string, unknown>): Record<string, unknown> {
  const known = new Set(Object.keys(contentOf(rule)));
  return Object.fromEntries(Object.entries(fields).filter(([name]) => !known.has(name)));
}

const newcomers = "select count(*)::int as count from staff where email = 'newcomer@ruoli.example'";
const owners = "select count(*)::int as count from staff where role = 'owner'";

test("fields that no form has are ignored or refused: nothing of them stands in the database afterwards", async () => {
  test.setTimeout(120_000);
  await makeRefundEach();
  const { cookieOf, own } = await enterSecondShop();
  await leaveNoPayout();
  const { ids, fields } = await smuggled();
  const giveClockBack = await holdWorkersClock();
  try {
    const before = { rows: await readRows(), owners: (await behind(owners)).rows };
    const faults: string[] = [];
    for (const call of writingCalls) {
      const extra = unasked(call, fields);
      const cookie = cookieOf(call.rule);
      const { status } = await callRoute(call, { cookie, idOf: own, extra, host: secondShop });
      if (status >= 500) faults.push(`${call.key}: ${status}`);
    }
    expect(faults).toEqual([]);
    const written = [...(await readRows())].filter((row) => !before.rows.has(row));
    // Otherwise nothing was tried: what is right about the forms is done.
    expect(written.length).toBeGreaterThan(5);
    const traces = [...ids, madeUp, sum, '"rate_bps": 7777', "1999-09-09", '"state": "refunded"'];
    expect(written.filter((row) => traces.some((trace) => row.includes(trace)))).toEqual([]);
    expect((await behind(owners)).rows).toEqual(before.owners);
    // Nor did the password that some ask for again keep the fields from being tried.
    expect((await behind(newcomers)).rows).toEqual([{ count: 1 }]);
    // By the right bodies money was asked for and asked back, and a refund that was stuck was ended.
    const writtenTo = (table: string) =>
      written.filter((row) => row.startsWith(`${table} `)).length;
    expect([writtenTo("payout"), writtenTo("refund")]).toEqual([1, 2]);
  } finally {
    await leaveNoPayout();
    await endRefundEach();
    await giveClockBack();
  }
});
