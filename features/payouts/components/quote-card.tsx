import { Card } from "@/components/phone/card";
import { Icon } from "@/components/phone/icon";
import type { QuoteJson } from "@/features/payouts/components/describe-quote";
import type { RequestText } from "@/features/payouts/components/request-text";

/** What arrives, what is withheld and why, and until when. */
export function QuoteCard({ quote, text }: { quote: QuoteJson; text: RequestText }) {
  const { gross, tax, net, due, approval, how } = quote;
  return (
    <Card className="px-4 py-3.5">
      <dl className="space-y-1.5">
        <Row label={text.gross} value={`¥${gross}`} />
        <Row label={text.tax} value={tax} />
        <div className="flex flex-wrap items-baseline justify-between gap-x-4 border-t hairline pt-2">
          <dt className="font-medium">{text.net}</dt>
          <dd className="font-semibold text-leaf-deep text-xl tabular-nums">¥{net}</dd>
        </div>
        <Row label={text.due} value={due} />
      </dl>
      {approval ? <p className="mt-2 text-ink-soft text-sm">{approval}</p> : null}
      <details className="mt-2 border-t hairline">
        <summary className="flex min-h-11 items-center gap-1 text-leaf text-sm">
          {text.how}
          <Icon name="down" className="size-3.5" />
        </summary>
        <ol className="list-decimal space-y-1 pb-1 pl-5 text-ink-soft text-sm">
          {how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ol>
      </details>
    </Card>
  );
}

function Row({ label, value }: { label: string; value: string }) {
  return (
    <div className="flex flex-wrap justify-between gap-x-4">
      <dt className="text-ink-soft">{label}</dt>
      <dd className="tabular-nums">{value}</dd>
    </div>
  );
}
