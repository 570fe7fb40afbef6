import { showYuan } from "@/domain/money/format-yuan";

/** An amount for people. */
export function Money({ fen, className = "" }: { fen: bigint; className?: string }) {
  return <span className={`whitespace-nowrap tabular-nums ${className}`}>{showYuan(fen)}</span>;
}
