import { useTranslations } from "next-intl";
import { BarList } from "@/components/charts/bar-list";
import { changeBps } from "@/domain/metrics/compare";
import type { Contribution } from "@/domain/metrics/contributions";
import { formatYuan } from "@/domain/money/format-yuan";
import { channelNames } from "@/features/insights/components/channel-names";
import type { DayChange } from "@/features/insights/queries/explain-day-change";
import { formatBps } from "@/lib/i18n/format-bps";

const divisions = ["channel", "product", "region"] as const;

/** What changed since yesterday, in one sentence, and which parts of the shop it came from. */
export function DayChangePanel({ change, canOpen }: { change: DayChange; canOpen: boolean }) {
  const text = useTranslations("insights");
  const sentence = changeSentence(change, text);
  if (divisions.every((division) => change[division].length === 0)) {
    return <p className="text-sm">{sentence}</p>;
  }
  return (
    <div className="grid gap-4">
      <p className="text-sm">{sentence}</p>
      <div className="grid gap-x-8 gap-y-4 md:grid-cols-3">
        {divisions.map((division) => (
          <section key={division} className="min-w-0">
            <h3 className="mb-2 text-sm text-ink-faint">{text(`change.by.${division}`)}</h3>
            <Movers division={division} parts={change[division]} canOpen={canOpen} />
          </section>
        ))}
      </div>
    </div>
  );
}

function Movers({
  division,
  parts,
  canOpen,
}: {
  division: (typeof divisions)[number];
  parts: readonly Contribution[];
  canOpen: boolean;
}) {
  const text = useTranslations("insights");
  if (parts.length === 0) return <p className="text-sm text-ink-faint">{text("change.same")}</p>;
  return (
    <BarList
      label={text(`change.by.${division}`)}
      items={parts.map(({ key, title, changeFen }) => ({
        key,
        label: nameOf(text, division, title),
        size: Number(changeFen),
        value: signedYuan(changeFen),
        ...(canOpen && key
          ? {
              href: `/merchant/insights/orders?${new URLSearchParams({ list: "net", window: "today", slice: `${division}:${key}` })}`,
            }
          : {}),
      }))}
    />
  );
}

type Text = ReturnType<typeof useTranslations<"insights">>;

function nameOf(text: Text, division: string, title: string): string {
  if (division === "channel") return channelNames(text)(title);
  return title || text("change.unknownRegion");
}

/** The whole change with the three parts that made most of it, whatever division they are of. */
function changeSentence(
  { nowFen, beforeFen, channel, product, region }: DayChange,
  text: Text,
): string {
  const values = { now: yuan(nowFen), by: yuan(sizeOf(nowFen - beforeFen)) };
  if (nowFen === beforeFen) return text("change.none", values);
  const bps = changeBps(nowFen, beforeFen);
  const share = bps === null ? "" : text("change.share", { share: formatBps(sizeOf(bps)) });
  const whole = text(nowFen > beforeFen ? "change.more" : "change.less", { ...values, share });
  const largest = [
    ...channel.map((part) => ({ ...part, title: channelNames(text)(part.title) })),
    ...product,
    ...region,
  ]
    .toSorted((a, b) => (sizeOf(a.changeFen) > sizeOf(b.changeFen) ? -1 : 1))
    .slice(0, 3)
    .map(
      // A word joiner keeps the sign in the line of its amount.
      ({ title, changeFen }) =>
        `${title || text("change.unknownRegion")} ${signedYuan(changeFen).replace("¥", "\u2060¥")}`,
    );
  if (largest.length === 0) return whole;
  return `${whole}${text("change.why", { parts: largest.join(text("change.joint")) })}`;
}

const yuan = (fen: bigint) => `¥${formatYuan(fen)}`;
const signedYuan = (fen: bigint) => `${fen < 0n ? "−" : "+"}${yuan(sizeOf(fen))}`;

function sizeOf<T extends bigint | number>(value: T): T;
function sizeOf(value: bigint | number): bigint | number {
  return value < 0 ? -value : value;
}
