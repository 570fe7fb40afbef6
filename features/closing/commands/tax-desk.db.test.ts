import { expect, test } from "vitest";
import { distributorAccount, merchantAccount } from "@/domain/ledger/account-ref";
import type { TransferDraft } from "@/domain/ledger/transfer-draft";
import { LABOUR_INCOME_RULE_2019 } from "@/domain/tax/tax-rule";
import { type TestMerchant, testMerchants } from "@/e2e/database";
import {
  addFreeFreight,
  addFriend,
  addRule,
  deliverTestOrder,
  payTestOrder,
  placeTestOrder,
} from "@/e2e/order-fixtures";
import { addTaxRule } from "@/features/closing/commands/add-tax-rule";
import { exportFiling } from "@/features/closing/commands/export-filing";
import { recordRemittance } from "@/features/closing/commands/record-remittance";
import { computeMonth } from "@/features/closing/queries/compute-month";
import { listTaxPeople } from "@/features/closing/queries/list-tax-people";
import { listTaxRules } from "@/features/closing/queries/list-tax-rules";
import { listTaxTotals } from "@/features/closing/queries/list-tax-totals";
import { toStatement } from "@/features/closing/queries/to-statement";
import { settleDueCommissions } from "@/features/commissions/commands/settle-due-commissions";
import { postTransfers } from "@/features/ledger/commands/post-transfers";
import { payoutSeal } from "@/features/payouts/queries/payout-seal";
import { inMerchant } from "@/lib/db/in-merchant";
import { newId } from "@/lib/ids/new-id";

const { a, b } = await testMerchants();
const at = (day: number) => new Date(`2026-06-${String(day).padStart(2, "0")}T04:00:00.000Z`);
const now = at(28);
const grossFen = 100_000n;
const taxFen = 4_000n;
const idNumber = "11010519491231002X";

/** A session of the owner; one in which the password was given again a minute ago. */
async function sessionOf({ merchantId, ownerId }: TestMerchant, steppedUp: boolean) {
  const id = newId();
  await inMerchant(merchantId, (tx) =>
    tx.staffSession.create({
      data: {
        merchantId,
        id,
        staffId: ownerId,
        createdAt: at(27),
        expiresAt: at(30),
        steppedUpAt: steppedUp ? new Date(now.getTime() - 60_000) : null,
      },
    }),
  );
  return { merchantId, staffId: ownerId, sessionId: id };
}

/** Level 1 earned 1,485 yuan in June and withdrew 1,000 of them, 40 being withheld. */
async function withdraw(shop: TestMerchant): Promise<void> {
  const { merchantId } = shop;
  const { distributorId, openId } = shop.level1;
  await addFreeFreight(shop);
  await addRule(shop, { level: 1, rateBps: 1_500 }, at(1));
  const friend = await addFriend(shop, at(1));
  const order = await placeTestOrder(
    shop,
    friend,
    [{ skuId: shop.skuIds[0], quantity: 100 }],
    at(2),
  );
  await payTestOrder(shop, order, at(2));
  await deliverTestOrder(shop, order, at(3));
  await settleDueCommissions(merchantId, { now: at(12), limit: 10 });
  const payoutId = newId();
  const owner = { merchantId, distributorId };
  await inMerchant(merchantId, async (tx) => {
    // Up to 2,000 yuan without a second person.
    await tx.merchantPolicy.create({
      data: { merchantId, version: 2, payoutApprovalLimitFen: 200_000n, createdAt: at(13) },
    });
    await tx.payoutAccount.create({
      data: {
        ...owner,
        realNameSealed: payoutSeal.seal("=王小满", owner, "realName"),
        idNumberSealed: payoutSeal.seal(idNumber, owner, "idNumber"),
        idNumberHash: payoutSeal.hashIdNumber(merchantId, idNumber),
        idNumberTail: "002X",
        consentVersion: "1",
        createdAt: at(12),
        changedAt: at(12),
      },
    });
    await tx.payout.create({
      data: {
        ...owner,
        id: payoutId,
        payoutNo: payoutId.replaceAll("-", ""),
        channel: "wechat",
        state: "paid",
        grossFen,
        taxFen,
        netFen: grossFen - taxFen,
        taxMonth: "2026-06",
        taxRuleVersion: 1,
        taxPriorGrossFen: 0n,
        taxPriorTaxFen: 0n,
        idNumberHash: payoutSeal.hashIdNumber(merchantId, idNumber),
        policyVersion: 2,
        transferBillNo: `13${payoutId}`,
        wechatState: "SUCCESS",
        appId: shop.wechatCredentials.appId,
        mchId: shop.wechatCredentials.mchId,
        openId,
        jobTitle: "推广员",
        remark: "推广佣金",
        requestedAt: at(14),
        dueAt: at(17),
        approvedAt: at(14),
        sentAt: at(14),
        paidAt: at(14),
        endedAt: at(14),
      },
    });
    for (const drafts of transfersOf(payoutId, distributorId)) {
      await postTransfers(tx, { merchantId, drafts, now: at(14) });
    }
  });
}

function transfersOf(payoutId: string, distributorId: string): TransferDraft[][] {
  const clearing = merchantAccount("payout_clearing", payoutId, 1);
  const reference = { kind: "payout", id: payoutId } as const;
  const gross = {
    debit: distributorAccount("commission_available", distributorId),
    credit: clearing,
    amountFen: grossFen,
    reference,
  };
  const holdEventKey = `payout:${payoutId}:hold`;
  return [
    [{ ...gross, eventKey: holdEventKey, code: "payout_held", phase: "hold" }],
    [
      {
        ...gross,
        eventKey: `payout:${payoutId}:post`,
        code: "payout_paid",
        phase: "post",
        holdEventKey,
      },
      {
        eventKey: `payout:${payoutId}:tax`,
        code: "payout_tax_withheld",
        phase: "single",
        debit: clearing,
        credit: merchantAccount("tax_withheld", payoutId, 1),
        amountFen: taxFen,
        reference,
      },
    ],
  ];
}

for (const shop of [a, b]) await withdraw(shop);

const totalsOf = ({ merchantId }: TestMerchant) =>
  inMerchant(merchantId, (tx) => listTaxTotals(tx, { merchantId, month: "2026-06" }));

const paper = (amountFen: bigint, reference: string) => ({
  taxMonth: "2026-06",
  amountFen,
  paidOn: "2026-06-28",
  reference,
});

test("what was withheld is owed until it is handed over, once per receipt and never more", async () => {
  const staff = await sessionOf(a, true);
  expect(await totalsOf(a)).toMatchObject([{ people: 1, payouts: 1, taxFen, remittedFen: 0n }]);
  const without = await sessionOf(a, false);
  expect(await recordRemittance(without, paper(1n, "R0"), now)).toEqual({
    ok: false,
    reason: "step_up_needed",
  });
  expect(await recordRemittance(staff, paper(4_001n, "R1"), now)).toEqual({
    ok: false,
    reason: "above_owed",
    owedFen: taxFen,
  });
  expect(await recordRemittance(staff, paper(1_000n, "R1"), now)).toMatchObject({ ok: true });
  expect(await recordRemittance(staff, paper(1_000n, "R1"), now)).toEqual({
    ok: false,
    reason: "known_reference",
  });
  const both = await Promise.all(
    ["R2", "R3"].map((reference) => recordRemittance(staff, paper(2_000n, reference), now)),
  );
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await totalsOf(a)).toMatchObject([{ taxFen, remittedFen: 3_000n }]);
  expect(await totalsOf(b)).toMatchObject([{ taxFen, remittedFen: 0n }]);
});

test("the month's statement names withdrawals, tax and what is left of it", async () => {
  const { merchantId } = a;
  const figures = await inMerchant(merchantId, (tx) =>
    computeMonth(tx, { merchantId, month: "2026-06" }),
  );
  const rows = toStatement(figures).flatMap((part) => part.rows);
  const amountOf = (name: string) => rows.find((row) => row.name === name)?.amountFen;
  expect(amountOf("grossPaid")).toBe(grossFen);
  expect(amountOf("wechatNet")).toBe(96_000n);
  expect(amountOf("taxWithheld")).toBe(taxFen);
  expect(amountOf("remitted")).toBe(3_000n);
  expect(amountOf("taxEnd")).toBe(1_000n);
  expect(amountOf("availableEnd")).toBe(48_500n);
  expect(amountOf("owedEnd")).toBe(49_500n);
});

test("names and identity numbers leave only after the password, on record, and never another shop's", async () => {
  const without = await sessionOf(b, false);
  expect(await exportFiling(without, "2026-06", now)).toEqual({
    ok: false,
    reason: "step_up_needed",
  });
  const staff = await sessionOf(b, true);
  expect(await exportFiling(staff, "2026-06", now)).toEqual({
    ok: true,
    rows: [{ realName: "=王小满", idNumber, payouts: 1, grossFen, taxFen }],
  });
  expect(await exportFiling(staff, "2026-05", now)).toEqual({ ok: true, rows: [] });
  const entries = await inMerchant(b.merchantId, (tx) =>
    tx.auditEntry.findMany({ where: { action: "tax.export" } }),
  );
  expect(entries).toHaveLength(2);
  expect(JSON.stringify(entries)).not.toContain(idNumber);
  const people = await inMerchant(b.merchantId, (tx) =>
    listTaxPeople(tx, { merchantId: b.merchantId, month: "2026-06" }),
  );
  expect(people).toMatchObject([{ idNumberTail: "002X", grossFen, taxFen }]);
});

test("a version is added after the password with its table checked, numbered without a gap, in one shop only", async () => {
  const owner = await sessionOf(a, true);
  const { version: _first, ...rule } = LABOUR_INCOME_RULE_2019;
  const input = { ...rule, name: "新规则", validFrom: "2027-01-01" };
  const jumping = {
    ...input.terms,
    brackets: [
      { aboveFen: 0n, rateBps: 2_000, quickDeductionFen: 0n },
      { aboveFen: 2_000_000n, rateBps: 3_000, quickDeductionFen: 1n },
    ],
  };
  const withTerms = (terms: typeof jumping) => ({ ...input, terms });
  expect(await addTaxRule(owner, withTerms(jumping), now)).toEqual({
    ok: false,
    reason: "tax_jumps",
  });
  const terms = { ...input.terms, brackets: [...input.terms.brackets] };
  expect(await addTaxRule(await sessionOf(a, false), withTerms(terms), now)).toEqual({
    ok: false,
    reason: "step_up_needed",
  });
  expect(await addTaxRule(owner, withTerms(terms), now)).toEqual({ ok: true, version: 2 });
  const rules = await inMerchant(a.merchantId, (tx) => listTaxRules(tx, a.merchantId));
  expect(rules).toMatchObject([
    { version: 2, name: "新规则", validFrom: "2027-01-01", createdByName: "Owner", terms },
    { version: 1, createdByName: null },
  ]);
  expect(await inMerchant(b.merchantId, (tx) => listTaxRules(tx, b.merchantId))).toHaveLength(1);
});
