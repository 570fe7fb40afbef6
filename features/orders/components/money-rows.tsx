import type { Fen } from "@/domain/money/fen";
import { formatYuan } from "@/domain/money/format-yuan";

/** What the goods and their way cost; without an address the freight is not known yet. */
export function MoneyRows({
  goods,
  freight,
}: {
  goods: { label: string; fen: Fen };
  freight: { label: string; fen: Fen | null; free: string };
}) {
  return (
    <dl className="space-y-1.5">
      <Row label={goods.label} value={`¥${formatYuan(goods.fen)}`} />
      <Row label={freight.label} value={freightText(freight)} />
    </dl>
  );
}

function freightText({ fen, free }: { fen: Fen | null; free: string }): string {
  if (fen === null) return "—";
  return fen === 0n ? free : `¥${formatYuan(fen)}`;
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
