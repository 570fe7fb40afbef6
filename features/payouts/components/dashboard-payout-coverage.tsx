import { useTranslations } from "next-intl";
import { DefinitionList } from "@/components/ui/definition-list";
import { Money } from "@/components/ui/money";
import type { PayoutCoverageView } from "@/features/payouts/schema";
import { formatBps } from "@/lib/i18n/format-bps";

/** Whether the money for what is owed lies ready at WeChat; "—" with the reason where nobody can know. */
export function PayoutCoverage({ coverage }: { coverage: PayoutCoverageView }) {
  const text = useTranslations("payouts.finance");
  const { owedFen, balance, coverageBps } = coverage;
  return (
    <>
      <p className="font-semibold text-3xl tabular-nums">{formatBps(coverageBps)}</p>
      <p className="mb-3 text-ink-faint text-sm">
        {balance ? text("balanceOf", { day: balance.day }) : text("balanceUnknown")}
      </p>
      <DefinitionList
        figures
        entries={[
          [text("balance"), balance ? <Money key="balance" fen={balance.fen} /> : "—"],
          [text("owed"), <Money key="owed" fen={owedFen} />],
        ]}
      />
    </>
  );
}
