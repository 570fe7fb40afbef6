import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { exportBankAction } from "@/app/merchant/(desk)/finance/bank/bank-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { BankExportForm } from "@/features/payouts/components/dashboard-bank-forms";
import { BankTable } from "@/features/payouts/components/dashboard-bank-table";
import { listPayouts } from "@/features/payouts/queries/list-payouts";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

const shown = 200;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("payouts.bank"))("title") };
}

/** Payouts by bank: taken away as a file, then declared paid by two people. */
export default async function BankPage() {
  const { merchantId, sessionId, role } = await requireStaff("finance.read");
  const text = await getTranslations("payouts");
  const now = systemClock();
  const bank = { channel: "bank", now, limit: shown } as const;
  const { fresh, exported, isSteppedUp } = await inMerchant(merchantId, async (tx) => ({
    fresh: await listPayouts(tx, merchantId, { ...bank, state: "approved" }),
    exported: await listPayouts(tx, merchantId, { ...bank, state: "exported" }),
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
  }));
  const mayDecide = can(role, "payout.decide");
  return (
    <>
      <PageHeading
        title={text("bank.title")}
        back={{ href: "/merchant/finance", label: text("finance.title") }}
        hint={text("bank.hint")}
      />
      <div className="grid gap-4">
        <Panel
          title={text("bank.toExport", { count: fresh.payouts.length })}
          hint={text("bank.toExportHint")}
        >
          <BankTable payouts={fresh.payouts} now={now} empty={text("bank.nothingToExport")} />
          {mayDecide && fresh.payouts.length > 0 && (
            <div className="mt-4 max-w-80">
              <BankExportForm
                download={exportBankAction.bind(null, "new")}
                label={text("bank.export")}
                look="primary"
                isSteppedUp={isSteppedUp}
              />
            </div>
          )}
        </Panel>
        <Panel
          title={text("bank.toMark", { count: exported.payouts.length })}
          hint={text("bank.toMarkHint")}
        >
          <BankTable payouts={exported.payouts} now={now} empty={text("bank.nothingToMark")} />
          {mayDecide && exported.payouts.length > 0 && (
            <details className="mt-4 max-w-80">
              <summary className="cursor-pointer text-leaf text-sm">
                {text("bank.exportAgain")}
              </summary>
              <div className="mt-3">
                <BankExportForm
                  download={exportBankAction.bind(null, "again")}
                  label={text("bank.exportAgain")}
                  look="plain"
                  isSteppedUp={isSteppedUp}
                />
              </div>
            </details>
          )}
        </Panel>
      </div>
    </>
  );
}
