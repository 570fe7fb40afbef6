import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/phone/icon";

const tones = {
  plain: { look: "bg-sunken text-ink-soft", icon: "info" },
  good: { look: "bg-leaf-soft text-leaf-deep", icon: "check" },
  careful: { look: "bg-straw-soft text-straw", icon: "info" },
  bad: { look: "bg-cinnabar-soft text-cinnabar-deep", icon: "info" },
} as const satisfies Record<string, { look: string; icon: IconName }>;

/** A sentence that must be seen. `live` announces it where it appears while the page is open. */
export function Notice({
  tone = "plain",
  live = false,
  children,
  className = "",
}: {
  tone?: keyof typeof tones;
  live?: boolean;
  children: ReactNode;
  className?: string | undefined;
}) {
  const { look, icon } = tones[tone];
  return (
    <div
      role={live ? "alert" : undefined}
      className={`flex items-start gap-2 rounded-md px-3 py-2.5 text-sm ${look} ${className}`}
    >
      <Icon name={icon} className="mt-0.5 size-[1.125rem]" />
      <div className="min-w-0 flex-1">{children}</div>
    </div>
  );
}
