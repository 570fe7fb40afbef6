import type { ReactNode } from "react";
import { Icon, type IconName } from "@/components/phone/icon";

/** Says that there is nothing here, why, and what to do about it. */
export function EmptyState({
  icon,
  title,
  hint,
  children,
}: {
  icon: IconName;
  title: string;
  hint?: string | undefined;
  /** The way on: usually one ButtonLink. */
  children?: ReactNode;
}) {
  return (
    <div className="flex flex-col items-center gutter pt-16 pb-10 text-center">
      <span className="grid size-20 place-items-center rounded-full bg-leaf-soft text-leaf">
        <Icon name={icon} className="size-9" />
      </span>
      <p className="mt-5 font-semibold text-[1.0625rem]">{title}</p>
      {hint ? <p className="mt-1.5 max-w-[18rem] text-ink-soft text-sm">{hint}</p> : null}
      {children ? <div className="mt-6 flex flex-wrap justify-center gap-3">{children}</div> : null}
    </div>
  );
}
