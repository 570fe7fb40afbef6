/**
 * One row of money.md 7: which tests show it, and of those with other subjects which ones. `lives` are shared
 * out among as many processes as there are processors.
 */
export type FaultRow = {
  name: string;
  what: string;
  files: string[];
  only?: string;
  lives?: number;
};

const payments = "features/payments/commands";
const refunds = "features/refunds/commands";

export const faultRows: readonly FaultRow[] = [
  {
    name: "repeated",
    what: "one notification 50 times at once, and 15 times over a day",
    files: [`${payments}/receive-payment-notification.db.test.ts`],
    only: "50 times at once|15 ids over a day|in a shuffle",
  },
  {
    name: "postgres-killed",
    what: "400 orders x 20 duplicate notifications, 60 workers, Postgres killed 5 times",
    files: ["e2e/faults/postgres-killed.kill.test.ts"],
  },
  {
    name: "crowd",
    what: "500 buyers, 100 units: all at once, and 32 in flight",
    files: ["features/stock/commands/reserve-stock.db.test.ts"],
    only: "500 buyers",
  },
  {
    name: "crowd-by-http",
    what: "500 buyers over HTTP, the last unit and 100 units, on one and on two web processes",
    files: ["e2e/faults/crowd-by-http.kill.test.ts"],
  },
  {
    name: "few-connections",
    what: "more requests than database connections, for minutes",
    files: ["e2e/faults/few-connections.kill.test.ts"],
  },
  {
    name: "withdrawals",
    what: "300 withdrawals of 1 yuan on a balance of 10",
    files: ["e2e/faults/three-hundred-withdrawals.db.test.ts"],
  },
  {
    name: "reversed-twice",
    what: "500 transfers, each reversed twice at once",
    files: [`${refunds}/refund-twice.db.test.ts`],
  },
  {
    name: "web-killed",
    what: "kill -9 of web at every step of pay, and in refund and transfer notifications, checkout and withdrawal request",
    files: ["e2e/faults/web-killed.kill.test.ts"],
  },
  {
    name: "worker-killed",
    what: "kill -9 of the worker at every step of settle, refund, withdraw and of the payment poll",
    files: ["e2e/faults/worker-killed.kill.test.ts"],
  },
  {
    name: "random-kills",
    what: "kill -9 of web and of the worker, ten times each at random, in payments, settlements and withdrawals",
    files: ["e2e/faults/random-kills.kill.test.ts"],
  },
  {
    name: "history-killed",
    what: "kill -9 of the worker at every step of an import of order history",
    files: ["e2e/faults/history-killed.kill.test.ts"],
  },
  {
    name: "events-killed",
    what: "kill -9 of web right after its answers to what pages tell",
    files: ["e2e/faults/events-killed.kill.test.ts"],
  },
  {
    name: "wechat-misbehaves",
    what: "WeChat: time-out, reset after send, 5xx, unknown code, latency, truncated body",
    files: [
      "features/payouts/commands/advance-payouts.db.test.ts",
      "features/payouts/commands/lost-answers.db.test.ts",
      `${refunds}/refunds-at-wechat.db.test.ts`,
      `${payments}/start-payment.db.test.ts`,
      `${payments}/late-payment.db.test.ts`,
    ],
  },
  {
    name: "forged",
    what: "forged, stale, mutated, foreign notifications, 10,000 and more",
    files: [`${payments}/forged-notifications.db.test.ts`],
  },
  {
    name: "mismatched",
    what: "right signature, wrong amount, mchid, appid, currency or order",
    files: [
      `${payments}/receive-payment-notification.db.test.ts`,
      `${payments}/late-payment.db.test.ts`,
    ],
    only: "truly signed|currency|another transaction|another merchant",
  },
  {
    name: "snapshot",
    what: "rebind while ordering, rule change while paying",
    files: ["features/orders/commands/order-life.db.test.ts"],
    only: "between checkout and payment",
  },
  {
    name: "partial-refunds",
    what: "partial refunds in any order, before and after payout",
    files: [`${refunds}/claw-back-and-debt.db.test.ts`],
  },
  {
    name: "model",
    what: "10,000 lives of 200 steps against a pure model",
    files: ["e2e/model/money.db.test.ts"],
    lives: 10_000,
  },
];
