import type { Fen } from "@/domain/money/fen";
import { formatYuan } from "@/domain/money/format-yuan";

const sizes = { sm: "text-base", md: "text-lg", lg: "text-2xl", xl: "text-[1.75rem]" } as const;

/** An amount of money in the price colour: small sign, large yuan, small fen. */
export function Price({
  fen,
  size = "md",
  tone = "text-cinnabar",
  suffix,
}: {
  fen: Fen;
  size?: keyof typeof sizes;
  tone?: string | undefined;
  /** "起" where this is the lowest of several prices. */
  suffix?: string | undefined;
}) {
  const [yuan, cents] = formatYuan(fen).split(".");
  return (
    <span className={`wrap-break-word font-semibold tabular-nums ${tone} ${sizes[size]}`}>
      <span className="mr-px text-[0.7em]">¥</span>
      {yuan}
      <span className="text-[0.7em]">.{cents}</span>
      {suffix ? <span className="ml-0.5 font-normal text-[0.65em]">{suffix}</span> : null}
    </span>
  );
}

/** The crossed-out price; `label` tells those who cannot see the line what it is. */
export function StruckPrice({ fen, label }: { fen: Fen; label: string }) {
  return (
    <span className="wrap-break-word text-ink-faint text-xs tabular-nums">
      <span className="sr-only">{label}</span>
      <s>¥{formatYuan(fen)}</s>
    </span>
  );
}
