import { v4 } from "uuid";
import { beforeAll, expect, test } from "vitest";
import { ANOMALIES, DEFAULT_ANOMALY_THRESHOLDS, listAnomalies } from "@/domain/metrics/anomalies";
import { addDays } from "@/domain/metrics/calendar-day";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { asSuperuser, testMerchants } from "@/e2e/database";
import { askDistributorFacts } from "@/e2e/distributor-facts";
import {
  addAddress,
  addFreeFreight,
  addFriend,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { refundTestOrder } from "@/e2e/refund-fixtures";
import { addClick, addCustomer, addDistributor, addLink } from "@/e2e/share-fixtures";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { changeAnomalyThresholds } from "@/features/insights/commands/change-anomaly-thresholds";
import { refreshAnomalies } from "@/features/insights/commands/refresh-anomalies";
import {
  type AnomaliesBoard,
  askAnomaliesBoard,
} from "@/features/insights/queries/ask-anomalies-board";
import { listClicksOfDistributor } from "@/features/insights/queries/list-clicks-of-distributor";
import { listOddOrders } from "@/features/insights/queries/list-odd-orders";
import { ODD_ORDER_LISTS, readBoardRequest } from "@/features/insights/schema";
import { decideReport } from "@/features/reports/commands/decide-report";
import { sendReport } from "@/features/reports/commands/send-report";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const { merchantId, skuIds } = a;
const now = new Date("2026-06-20T04:00:00.000Z");
const before = (days: number) => new Date(now.getTime() - days * 86_400_000);
const today = shanghaiDay(now);
/** One of the kept windows, and one that nobody keeps. */
const windows = [
  { window: "last_30_days", from: "", until: "" },
  { window: "custom", from: addDays(today, -24), until: today },
];

function askBoard(values: Record<string, string>, anomaly?: string, of = merchantId) {
  const request = readBoardRequest({ ...values, compare: "none" }, now);
  if (!request.ok) throw new Error(request.reason);
  return inMerchant(of, (tx) => askAnomaliesBoard(tx, { merchantId: of, request, anomaly }));
}

type Buyer = { customerId: string; addressId: string };

async function buy(buyer: Buyer, daysAgo: number, isRefunded = false) {
  const at = before(daysAgo);
  const [skuId] = skuIds;
  const order = await placeTestOrder(a, buyer, [{ skuId, quantity: 1 }], at);
  await payTestOrder(a, order, at);
  if (!isRefunded) return order;
  const lines = [{ lineNo: 1, quantity: 1, amountFen: order.payableFen }];
  await refundTestOrder(a, order, { lines }, new Date(at.getTime() + 3_600_000));
  return order;
}

async function clickOften(sharer: string, times: number, daysAgo: number) {
  const linkId = await addLink(a, sharer);
  const ids = Array.from({ length: times }, () => v4());
  const at = before(daysAgo);
  await inMerchant(merchantId, async (tx) => {
    await tx.visitor.createMany({
      data: ids.map((id) => ({ merchantId, id, firstSeenAt: at })),
    });
    await tx.shareClick.createMany({
      data: ids.map((visitorId) => ({ merchantId, id: v4(), linkId, visitorId, clickedAt: at })),
    });
  });
}

/** Somebody whom staff gave to a distributor, and who never opened a link. */
async function addGiven(distributorId: string, phone?: string): Promise<Buyer> {
  const { customerId } = await addCustomer(a);
  const buyer = await addAddress(a, customerId);
  await inMerchant(merchantId, async (tx) => {
    await tx.customerBinding.create({
      data: {
        ...{ merchantId, id: newId(), customerId, distributorId, source: "manual" },
        ...{ reason: "a test", boundBy: a.ownerId, boundAt: before(60), createdAt: before(60) },
        validUntil: before(-60),
      },
    });
    if (phone) await tx.address.updateMany({ where: { customerId }, data: { phone } });
  });
  return buyer;
}

async function moveTo(customerId: string, { phone, detail }: { phone: string; detail: string }) {
  const sql = "update address set phone = $1, detail = $2 where customer_id = $3";
  await asSuperuser((db) => db.query(sql, [phone, detail, customerId]));
}

const people: Record<string, { customerId: string; distributorId: string }> = {};
const who = (name: string) => people[name] ?? { customerId: "", distributorId: "" };

beforeAll(async () => {
  await addFreeFreight(a);
  for (const name of ["clicked", "nearly", "given", "near", "ring", "reported"]) {
    people[name] = await addDistributor(a);
  }
  // Every payment of the tests comes from the buyer's WeChat.
  people.self = await addDistributor(a, { customerId: a.buyer.customerId });
  await clickOften(who("clicked").customerId, 500, 6);
  await clickOften(who("nearly").customerId, 499, 6);
  const given = await addGiven(who("given").distributorId);
  for (const daysAgo of [3, 5, 7, 10, 11]) await buy(given, daysAgo);
  const few = await addGiven(who("nearly").distributorId);
  for (const daysAgo of [3, 29]) await buy(few, daysAgo);
  await addAddress(a, who("near").customerId);
  const own = { phone: "13900139000", detail: "天目山路 9 号" };
  await moveTo(who("near").customerId, own);
  await buy(await addGiven(who("near").distributorId, own.phone), 4);
  await buy(await addGiven(who("near").distributorId), 4);
  const guest = await addFriend(a, before(50), who("self").customerId);
  await moveTo(guest.customerId, { phone: "13700137000", detail: "解放路 3 号" });
  await buy(guest, 8);
  const friends = [
    await addFriend(a, before(50), who("ring").customerId),
    await addFriend(a, before(50), who("ring").customerId),
  ];
  for (const daysAgo of [2, 9, 28])
    for (const one of friends) await buy(one, daysAgo, daysAgo < 20);
  await advanceRollUps(merchantId, now);
});

test("who is found, by what and with which figures is what the facts say, in kept windows and others", async () => {
  const seen = await addFriend(a, before(40), who("reported").customerId);
  const said = {
    orderNo: "",
    slug: "",
    isSharer: true,
    about: "",
    content: "让我加好友私下付款。",
  };
  await sendReport({ merchantId, customerId: seen.customerId }, said, before(1));
  await refreshAnomalies(merchantId, now);
  const ids = Object.values(people).map(({ distributorId }) => distributorId);
  ids.push(a.level1.distributorId, a.level2.distributorId);
  const names = new Map(Object.entries(people).map(([name, one]) => [one.distributorId, name]));
  for (const values of windows) {
    const board = await askBoard(values);
    expect(board.foundAt === null).toBe(values.window === "custom");
    const from = values.from || addDays(today, -29);
    for (const id of ids) {
      const facts = await askDistributorFacts(merchantId, { id, from, until: today });
      const anomalies = listAnomalies(facts, DEFAULT_ANOMALY_THRESHOLDS);
      const found = board.findings.find(({ distributorId }) => distributorId === id);
      const about = [values.window, names.get(id)];
      expect([...about, found?.anomalies ?? []]).toEqual([...about, anomalies]);
      if (found && !anomalies.includes("off_platform")) expect(found).toMatchObject(facts);
    }
    expect(board.findings.map(({ distributorId }) => names.get(distributorId))).toEqual([
      ...["reported", "given", "ring", "near", "self", "clicked"],
    ]);
    expect(board.counts).toEqual({
      clicks_without_orders: 1,
      orders_without_clicks: 1,
      own_customer: 2,
      refund_ring: 1,
      off_platform: 1,
    });
    const [only, ...others] = (await askBoard(values, "refund_ring")).findings;
    expect([names.get(only?.distributorId ?? ""), others]).toEqual(["ring", []]);
    for (const name of ["reported", "near", "nearly"]) await expectAlone(name, board, values);
  }
});

/** The board of one distributor has what the board of all has of them, and counts nobody else. */
async function expectAlone(name: string, all: AnomaliesBoard, values: Record<string, string>) {
  const { distributorId } = who(name);
  const alone = await askBoard({ ...values, slice: `distributor:${distributorId}` });
  const own = all.findings.filter((one) => one.distributorId === distributorId);
  expect([name, alone.findings]).toEqual([name, own]);
  const counted = ANOMALIES.filter((anomaly) => alone.counts[anomaly] > 0);
  expect([name, counted]).toEqual([name, own.flatMap(({ anomalies }) => anomalies)]);
  expect(alone.reports.every((report) => report.distributorId === distributorId)).toBe(true);
}

test("a finding opens to as many clicks or orders as it counts, page by page", async () => {
  const { findings } = await askBoard({ window: "last_30_days" });
  const window = { from: addDays(today, -29), to: addDays(today, 1) };
  for (const { distributorId, ...facts } of findings) {
    for (const list of ODD_ORDER_LISTS) {
      const asked = { merchantId, window, list, distributorId, limit: 2 };
      const listed = await inMerchant(merchantId, async (tx) => {
        const first = await listOddOrders(tx, asked);
        const cursor = first.nextCursor ?? "none";
        const rest = first.nextCursor
          ? await listOddOrders(tx, { ...asked, cursor, limit: 9 })
          : null;
        return [...first.orders, ...(rest?.orders ?? [])];
      });
      const counted = {
        orders_without_clicks: facts.ordersWithoutClick,
        own_customer: Math.max(facts.ordersToOwnAddress, facts.ordersByOwnPayer),
        refund_ring: facts.refundedOrders,
      };
      expect([list, listed.length]).toEqual([list, counted[list]]);
    }
    const { clicks } = await inMerchant(merchantId, (tx) =>
      listClicksOfDistributor(tx, { merchantId, window, distributorId, limit: 1_000 }),
    );
    expect(clicks.length).toBe(facts.clicks);
  }
});

/** From then on distributors may earn by what they buy themselves. */
async function allowSelfPurchase(at: Date) {
  await asSuperuser(async (db) => {
    const { rows } = await db.query(
      `select column_name from information_schema.columns where table_schema = 'public'
       and table_name = 'merchant_policy' and column_name not in ('version', 'allow_self_purchase', 'created_at')`,
    );
    const columns = rows.map(({ column_name }) => column_name).join(", ");
    await db.query(
      `insert into merchant_policy (version, allow_self_purchase, created_at, ${columns})
       select 2, true, $2, ${columns} from merchant_policy where merchant_id = $1`,
      [merchantId, at],
    );
  });
}

test("self-purchases that the rules allow are nobody's trick, and an address found later is", async () => {
  await allowSelfPurchase(before(4));
  const linkId = await addLink(a, who("self").customerId);
  await addClick(a, { linkId, visitorId: a.buyer.visitorId, clickedAt: before(3) });
  const { orderId } = await buy(a.buyer, 2);
  const order = await inMerchant(merchantId, (tx) =>
    tx.order.findUniqueOrThrow({ where: { merchantId_id: { merchantId, id: orderId } } }),
  );
  expect(order.level1DistributorId).toBe(who("self").distributorId);
  await addAddress(a, who("ring").customerId);
  await advanceRollUps(merchantId, now);
  await refreshAnomalies(merchantId, now);
  const { findings } = await askBoard({ window: "last_7_days" });
  const anomaliesOf = (name: string) =>
    findings.find(({ distributorId }) => distributorId === who(name).distributorId)?.anomalies;
  expect(anomaliesOf("self")).toBeUndefined();
  expect(anomaliesOf("ring")).toEqual(["own_customer"]);
});

test("limits beyond their bounds are refused by the command itself, and nothing is changed or recorded", async () => {
  const staff = { merchantId, staffId: a.ownerId };
  const high = { ...DEFAULT_ANOMALY_THRESHOLDS, offPlatformReports: 101 };
  expect(await changeAnomalyThresholds(staff, high, now)).toEqual({
    ok: false,
    reason: "out_of_bounds",
    faults: [{ name: "offPlatformReports", least: 1, most: 100 }],
  });
  expect((await askBoard({})).thresholds).toEqual(DEFAULT_ANOMALY_THRESHOLDS);
  const where = { merchantId, action: "anomaly_setting.change" };
  expect(await inMerchant(merchantId, (tx) => tx.auditEntry.count({ where }))).toBe(0);
});

test("limits that the merchant sets find at once and in kept findings, stand in the audit trail, and are nobody else's", async () => {
  const nearly = () => anomaliesNow("nearly");
  expect(await nearly()).toBeUndefined();
  const staff = { merchantId, staffId: a.ownerId };
  const low = { ...DEFAULT_ANOMALY_THRESHOLDS, ordersWithoutClick: 2 };
  await changeAnomalyThresholds(staff, low, new Date(now.getTime() + 1_000));
  expect(await nearly()).toEqual(["orders_without_clicks"]);
  expect((await askBoard({})).foundAt).toBeNull();
  await refreshAnomalies(merchantId, new Date(now.getTime() + 2_000));
  expect(await nearly()).toEqual(["orders_without_clicks"]);
  expect((await askBoard({})).foundAt).not.toBeNull();
  const entries = await inMerchant(merchantId, (tx) =>
    tx.auditEntry.findMany({ where: { merchantId, action: "anomaly_setting.change" } }),
  );
  expect(entries.map(({ details }) => details)).toMatchObject([low]);
  const theirs = await askBoard({}, undefined, b.merchantId);
  expect(theirs.thresholds).toEqual(DEFAULT_ANOMALY_THRESHOLDS);
});

async function anomaliesNow(name: string) {
  const { findings } = await askBoard({ window: "last_30_days" });
  return findings.find(({ distributorId }) => distributorId === who(name).distributorId)?.anomalies;
}

test("a report that is dismissed finds nobody any more, at once; another merchant sees none of it", async () => {
  const { reports } = await askBoard({});
  const [report] = reports;
  if (!report) throw new Error("no report");
  expect(report).toMatchObject({ state: "new", distributorId: who("reported").distributorId });
  const staff = { merchantId, staffId: a.ownerId };
  const { reportId } = report;
  const said = { reportId, verdict: "dismissed", note: "误会" } as const;
  const theirs = { merchantId: b.merchantId, staffId: b.ownerId };
  expect(await decideReport(theirs, said, now)).toEqual({ ok: false, reason: "gone" });
  expect(await decideReport(staff, said, now)).toEqual({ ok: true });
  const after = await askBoard({});
  expect([after.counts.off_platform, after.reports[0]?.state]).toEqual([0, "dismissed"]);
  const nothing = await askBoard({}, undefined, b.merchantId);
  expect([nothing.findings, nothing.reports]).toEqual([[], []]);
});
