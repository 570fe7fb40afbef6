import { changeBps } from "@/domain/metrics/compare";
import type { Figure } from "@/domain/metrics/figure";
import { formatYuanPlain, showYuan } from "@/domain/money/format-yuan";
import { formatBps } from "@/lib/i18n/format-bps";

/** A figure for people: "¥1,234.50", "1,234", "12.5%", "3.5"; "—" where it is not defined. */
export function writeFigure(figure: Figure): string {
  if (figure.value === null) return "—";
  if (figure.unit === "fen") return showYuan(figure.value);
  if (figure.unit === "bps") return formatBps(figure.value);
  if (figure.unit === "points") return formatBps(figure.value).replace("%", "");
  if (figure.unit === "count") return separate(String(figure.value));
  return separate(tenthsOf(figure.unit, figure.value));
}

/** A figure for a file: no signs, no separators; a ratio in percent; empty where it is not defined. */
export function plainFigure(figure: Figure): string {
  if (figure.value === null) return "";
  if (figure.unit === "fen") return formatYuanPlain(figure.value);
  if (figure.unit === "bps" || figure.unit === "points") {
    return formatBps(figure.value).replace("%", "");
  }
  if (figure.unit === "count") return String(figure.value);
  return tenthsOf(figure.unit, figure.value);
}

/**
 * How a figure changed: "+12.5%" of what it was, and for a ratio its points, "+1.2"; null where either
 * is not defined or there was nothing to be a part of.
 */
export function figureChange(
  now: Figure,
  before: Figure,
): { text: string; isPoints: boolean; direction: -1 | 0 | 1 } | null {
  if (now.value === null || before.value === null || now.unit !== before.unit) return null;
  if (now.unit === "bps" || now.unit === "points") {
    const points = Number(now.value) - Number(before.value);
    return { text: signed(points).replace("%", ""), isPoints: true, direction: signOf(points) };
  }
  const bps = changeBps(now.value, before.value);
  return bps === null ? null : { text: signed(bps), isPoints: false, direction: signOf(bps) };
}

/** What a chart draws: fen, counts and basis points as they are, in a number that can hold them. */
export function drawnFigure({ value }: Figure): number {
  return Number(value ?? 0);
}

function signed(bps: number): string {
  return bps > 0 ? `+${formatBps(bps)}` : formatBps(bps);
}

function signOf(value: number): -1 | 0 | 1 {
  if (value === 0) return 0;
  return value > 0 ? 1 : -1;
}

function tenthsOf(unit: "halves" | "tenths", value: bigint): string {
  const tenths = unit === "halves" ? value * 5n : value;
  const absolute = tenths < 0n ? -tenths : tenths;
  const rest = absolute % 10n;
  return `${tenths < 0n ? "-" : ""}${absolute / 10n}${rest === 0n ? "" : `.${rest}`}`;
}

function separate(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+(?!\d)(?=$|\.))|\B(?=(\d{3})+\.)/g, ",");
}
