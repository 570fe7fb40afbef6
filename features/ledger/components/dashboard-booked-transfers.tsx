import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Moment } from "@/components/ui/moment";
import { Money } from "@/components/ui/money";
import type { BookedAccount, BookedTransferView } from "@/features/ledger/schema";

/** Transfers from account to account, and below them what each account has gained: always zero in all. */
export function BookedTransfers({ transfers }: { transfers: readonly BookedTransferView[] }) {
  const text = useTranslations("payouts");
  const nameOf = ({ kind, name }: BookedAccount) =>
    name ? `${text(`account.${kind}`)} · ${name}` : text(`account.${kind}`);
  if (transfers.length === 0)
    return <p className="text-ink-faint text-sm">{text("orderMoney.noTransfers")}</p>;
  return (
    <div className="grid gap-5">
      <DataTable
        caption={text("orderMoney.transfers")}
        columns={[
          { key: "at", label: text("orderMoney.at"), wideOnly: true },
          { key: "what", label: text("orderMoney.what") },
          { key: "from", label: text("orderMoney.from") },
          { key: "to", label: text("orderMoney.to") },
          { key: "fen", label: text("orderMoney.amount"), align: "right" },
        ]}
        rows={transfers.map((one) => ({
          key: one.transferId,
          cells: {
            at: <Moment at={one.createdAt} />,
            what: (
              <>
                {text(`code.${one.code}`)}
                {one.phase !== "single" && (
                  <span className="block text-ink-faint text-xs">
                    {text(`orderMoney.phase.${one.phase}`)}
                  </span>
                )}
              </>
            ),
            from: nameOf(one.debit),
            to: nameOf(one.credit),
            fen: <Money fen={one.amountFen} />,
          },
        }))}
      />
      <NetChanges transfers={transfers} nameOf={nameOf} />
    </div>
  );
}

function NetChanges({
  transfers,
  nameOf,
}: {
  transfers: readonly BookedTransferView[];
  nameOf: (account: BookedAccount) => string;
}) {
  const text = useTranslations("payouts.orderMoney");
  const changes = netChanges(transfers, nameOf);
  if (changes.length === 0) return null;
  const total = changes.reduce((sum, [, fen]) => sum + fen, 0n);
  return (
    <div>
      <h3 className="mb-1 font-medium text-ink-soft text-sm">{text("balance")}</h3>
      <DataTable
        caption={text("balance")}
        columns={[
          { key: "account", label: text("account") },
          { key: "net", label: text("net"), align: "right" },
        ]}
        rows={[...changes, [text("sum"), total] as const].map(([name, fen], index) => ({
          key: name,
          cells: {
            account: index === changes.length ? <strong>{name}</strong> : name,
            net: <Money fen={fen} className={index === changes.length ? "font-semibold" : ""} />,
          },
        }))}
      />
      {total === 0n && <p className="mt-2 text-ink-faint text-sm">{text("balanced")}</p>}
    </div>
  );
}

/** What was held and not posted has moved nothing. */
function netChanges(
  transfers: readonly BookedTransferView[],
  nameOf: (account: BookedAccount) => string,
): (readonly [string, bigint])[] {
  const sums = new Map<string, bigint>();
  for (const { phase, debit, credit, amountFen } of transfers) {
    if (phase === "hold" || phase === "void") continue;
    sums.set(nameOf(debit), (sums.get(nameOf(debit)) ?? 0n) - amountFen);
    sums.set(nameOf(credit), (sums.get(nameOf(credit)) ?? 0n) + amountFen);
  }
  return [...sums];
}
