import Link from "next/link";
import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Money } from "@/components/ui/money";
import { DUE_GROUPS, sumByDue } from "@/domain/payouts/due-groups";
import { PayoutStateBadge } from "@/features/payouts/components/dashboard-payout-state";
import type { ObligationsView } from "@/features/payouts/schema";

type Line = { key: string; label: string; count: number; grossFen: bigint; href: string };

const hrefOf = (due: string) => `/merchant/finance/payouts?due=${encodeURIComponent(due)}`;

/** What is owed by due date: what is late, what today, what soon. */
export function ObligationsByDue({
  obligations,
  today,
}: {
  obligations: ObligationsView;
  /** In Shanghai, YYYY-MM-DD. */
  today: string;
}) {
  const text = useTranslations("payouts.finance");
  const lines = sumByDue(DUE_GROUPS, obligations.byDueDay, today).map(({ due, ...sum }) => ({
    key: due,
    label: text(`dueGroup.${due}`),
    ...sum,
    href: hrefOf(due),
  }));
  return <ObligationLines caption={text("byDue")} lines={lines} />;
}

/** How old what is late has become. */
export function Ageing({ obligations }: { obligations: ObligationsView }) {
  const text = useTranslations("payouts.finance");
  const lines = obligations.ageing.map(({ bucket, ...sum }) => ({
    key: bucket,
    label: text(`age.${bucket}`),
    ...sum,
    href: hrefOf(bucket),
  }));
  return <ObligationLines caption={text("ageing")} lines={lines} />;
}

export function ObligationsByState({ obligations }: { obligations: ObligationsView }) {
  const text = useTranslations("payouts.finance");
  return (
    <DataTable
      caption={text("byState")}
      columns={[
        { key: "state", label: text("state") },
        { key: "count", label: text("count"), align: "right" },
        { key: "fen", label: text("amount"), align: "right" },
      ]}
      rows={obligations.byState.map(({ state, count, grossFen }) => ({
        key: state,
        cells: {
          state: (
            <Link href={`/merchant/finance/payouts?state=${state}`}>
              <PayoutStateBadge state={state} />
            </Link>
          ),
          count,
          fen: <Money fen={grossFen} />,
        },
      }))}
      empty={<p className="text-ink-faint text-sm">{text("nothingOpen")}</p>}
    />
  );
}

function ObligationLines({ caption, lines }: { caption: string; lines: readonly Line[] }) {
  const text = useTranslations("payouts.finance");
  return (
    <DataTable
      caption={caption}
      columns={[
        { key: "label", label: caption },
        { key: "count", label: text("count"), align: "right" },
        { key: "fen", label: text("amount"), align: "right" },
      ]}
      rows={lines.map(({ key, label, count, grossFen, href }) => ({
        key,
        cells: {
          label:
            count > 0 ? (
              <Link href={href} className="text-leaf hover:underline">
                {label}
              </Link>
            ) : (
              label
            ),
          count,
          fen: <Money fen={grossFen} />,
        },
      }))}
    />
  );
}
