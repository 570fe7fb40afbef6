"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import { PasswordAgain } from "@/components/ui/password-again";
import type { PayoutView } from "@/features/payouts/schema";

/** Chooses payouts above the limit and puts them before another person. All are chosen at first. */
export function RunProposal({
  payouts,
  propose,
  isSteppedUp,
}: {
  payouts: readonly PayoutView[];
  propose: FormAction;
  isSteppedUp: boolean;
}) {
  const text = useTranslations("payouts.runs");
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const chosen = payouts.filter(({ payoutId }) => !left.has(payoutId));
  const totalFen = chosen.reduce((sum, { grossFen }) => sum + grossFen, 0n);
  function toggle(payoutId: string): void {
    const next = new Set(left);
    if (!next.delete(payoutId)) next.add(payoutId);
    setLeft(next);
  }
  return (
    <ActionForm action={propose} submitLabel={text("propose")}>
      <ul className="grid divide-y divide-line">
        {payouts.map((one) => (
          <li key={one.payoutId}>
            <label className="flex flex-wrap items-center gap-x-3 gap-y-1 py-2.5 text-sm">
              <input
                type="checkbox"
                name="payoutIds"
                value={one.payoutId}
                checked={!left.has(one.payoutId)}
                onChange={() => toggle(one.payoutId)}
                className="size-4 shrink-0 accent-leaf"
              />
              <span className="min-w-24 flex-1 font-medium">{one.distributorName}</span>
              <span className="text-ink-faint text-xs">
                {text("due")} <Moment at={one.dueAt} />
              </span>
              <Money fen={one.grossFen} className="min-w-24 text-right font-medium" />
            </label>
          </li>
        ))}
      </ul>
      <input type="hidden" name="seenTotalFen" value={totalFen.toString()} />
      <p className="text-sm" aria-live="polite">
        {text("chosen", { count: chosen.length })}{" "}
        <Money fen={totalFen} className="font-semibold" />
      </p>
      <div className="max-w-80">
        <PasswordAgain isSteppedUp={isSteppedUp} />
      </div>
    </ActionForm>
  );
}
