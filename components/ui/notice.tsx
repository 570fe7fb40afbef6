import type { ReactNode } from "react";

const tones = {
  info: "bg-info-soft text-info",
  ok: "bg-leaf-soft text-leaf-deep",
  warn: "bg-warn-soft text-warn",
  danger: "bg-danger-soft text-danger",
} as const;

/** A sentence that has to be seen where it stands. */
export function Notice({
  tone = "info",
  children,
}: {
  tone?: keyof typeof tones;
  children: ReactNode;
}) {
  return (
    <div
      role={tone === "danger" ? "alert" : "status"}
      className={`rounded-md px-3.5 py-2.5 text-sm ${tones[tone]}`}
    >
      {children}
    </div>
  );
}
