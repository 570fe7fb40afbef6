"use server";

import { getTranslations } from "next-intl/server";
import { staffAct } from "@/app/merchant/staff-act";
import { takePassword } from "@/app/merchant/take-password";
import type { ActionResult } from "@/components/ui/action-result";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { exportBankPayouts } from "@/features/payouts/commands/export-bank-payouts";
import type { BankPayoutRow } from "@/features/payouts/schema";
import { csvByteOrderMark, writeCsv } from "@/lib/csv/write-csv";

const columns = ["payoutNo", "payee", "bankName", "card", "net", "remark"] as const;

/** The one place where names and card numbers leave in the clear: by password, and on record. */
export async function exportBankAction(which: string, form: FormData): Promise<ActionResult> {
  return staffAct("payout.decide", async (act) => {
    const { staff, text, now } = act;
    const refusal = await takePassword(act, form);
    if (refusal) return refusal;
    const exported = await exportBankPayouts(staff, which === "again" ? "again" : "new", now);
    if (!exported.ok) return { ok: false, message: text(`payouts.refusal.${exported.reason}`) };
    return {
      ok: true,
      message: text("payouts.bank.exportedNow", { count: exported.rows.length }),
      file: { name: `payouts-bank-${shanghaiDay(now)}.csv`, text: await toCsv(exported.rows) },
    };
  });
}

async function toCsv(rows: readonly BankPayoutRow[]): Promise<string> {
  const text = await getTranslations("payouts.bank.column");
  const head = columns.map((column) => text(column));
  const lines = rows.map((row) => [
    row.payoutNo,
    row.realName,
    row.bankName,
    inGroups(row.bankCard),
    formatYuanPlain(row.netFen),
    row.remark,
  ]);
  return csvByteOrderMark + writeCsv([head, ...lines]);
}

/** In groups of four: a spreadsheet would take sixteen digits in a row for a number and round it. */
function inGroups(card: string): string {
  return card.replace(/(.{4})(?=.)/g, "$1 ");
}
