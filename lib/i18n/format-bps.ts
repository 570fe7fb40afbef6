/** Basis points as a percentage without needless zeros: 1250 is "12.5%", null (undefined ratio) is "—". */
export function formatBps(bps: number | null): string {
  if (bps === null) return "—";
  const sign = bps < 0 ? "-" : "";
  const absolute = Math.abs(bps);
  const cents = String(absolute % 100)
    .padStart(2, "0")
    .replace(/0+$/, "");
  return `${sign}${Math.trunc(absolute / 100)}${cents && `.${cents}`}%`;
}

/** The reverse, for form fields: "12.5" or "12.5%" is 1250; null for anything else or more than 100 %. */
export function parsePercent(text: string): number | null {
  const match = /^(\d{1,3})(?:\.(\d{1,2}))?\s*[%％]?$/.exec(text.trim());
  if (!match?.[1]) return null;
  const bps = Number(match[1]) * 100 + Number((match[2] ?? "").padEnd(2, "0"));
  return bps <= 10_000 ? bps : null;
}
