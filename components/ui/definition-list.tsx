import type { ReactNode } from "react";

/**
 * Names and values, one under the other.
 * @param figures the values are figures: they stand right, so that their digits line up, on phones too
 */
export function DefinitionList({
  entries,
  figures = false,
}: {
  entries: readonly (readonly [string, ReactNode])[];
  figures?: boolean;
}) {
  const look = figures ? "grid-cols-[1fr_auto]" : "sm:grid-cols-[auto_1fr]";
  return (
    <dl className={`grid gap-x-4 gap-y-1.5 text-sm ${look}`}>
      {entries.map(([name, value]) => (
        <div key={name} className="contents">
          <dt className="text-ink-faint">{name}</dt>
          <dd className={figures ? "text-right tabular-nums" : "mb-1 min-w-0 break-words sm:mb-0"}>
            {value}
          </dd>
        </div>
      ))}
    </dl>
  );
}
