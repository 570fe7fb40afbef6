import Link from "next/link";

export type FunnelBar = {
  key: string;
  label: string;
  people: number;
  value: string;
  /** Of the step before, in words; not for the first. */
  ofPrevious?: string;
  href?: string;
};

/** Steps that get narrower, each with what is left of the step before. */
export function FunnelChart({ label, steps }: { label: string; steps: readonly FunnelBar[] }) {
  const widest = Math.max(1, ...steps.map(({ people }) => people));
  return (
    <ol aria-label={label} className="grid gap-1 text-sm">
      {steps.map((step) => (
        <li key={step.key}>
          {step.ofPrevious && (
            <p className="py-0.5 text-center text-ink-faint text-xs tabular-nums">
              ↓ {step.ofPrevious}
            </p>
          )}
          <div className="relative grid min-h-10 place-items-center rounded-md bg-sunken">
            <div
              aria-hidden="true"
              className="absolute inset-y-0 left-1/2 min-w-0.5 -translate-x-1/2 rounded-md bg-series-1/30 print:[print-color-adjust:exact]"
              style={{ width: `${(step.people / widest) * 100}%` }}
            />
            <span className="relative flex gap-2 px-2">
              {step.href ? (
                <Link href={step.href} className="underline decoration-edge hover:no-underline">
                  {step.label}
                </Link>
              ) : (
                step.label
              )}
              <strong className="font-semibold tabular-nums">{step.value}</strong>
            </span>
          </div>
        </li>
      ))}
    </ol>
  );
}
