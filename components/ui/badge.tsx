import type { ReactNode } from "react";

const tones = {
  quiet: "bg-sunken text-ink-soft",
  info: "bg-info-soft text-info",
  ok: "bg-leaf-soft text-leaf-deep",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
} as const;

export type BadgeTone = keyof typeof tones;

/** A state in a word. The word says it; the colour only helps. */
export function Badge({ tone = "quiet", children }: { tone?: BadgeTone; children: ReactNode }) {
  return (
    <span className={`inline-block rounded px-2 py-0.5 text-xs whitespace-nowrap ${tones[tone]}`}>
      {children}
    </span>
  );
}
