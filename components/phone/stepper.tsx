"use client";

/** Chooses a quantity. The number itself can be typed; what is typed is passed on as text. */
export function Stepper({
  value,
  min = 1,
  max,
  labels,
  disabled = false,
  onChange,
}: {
  value: number;
  min?: number;
  max: number;
  labels: { less: string; more: string; quantity: string };
  disabled?: boolean;
  onChange: (quantity: number) => void;
}) {
  const take = (quantity: number) => onChange(Math.min(max, Math.max(min, quantity)));
  const look =
    "grid min-h-[44px] w-[44px] place-items-center text-xl leading-none active:bg-sunken disabled:text-edge";
  return (
    <span className="inline-flex items-stretch overflow-hidden rounded-full border border-edge bg-card">
      <button
        type="button"
        className={look}
        aria-label={labels.less}
        disabled={disabled || value <= min}
        onClick={() => take(value - 1)}
      >
        −
      </button>
      <input
        inputMode="numeric"
        pattern="[0-9]*"
        aria-label={labels.quantity}
        className="w-[2.75em] bg-transparent text-center text-base tabular-nums"
        disabled={disabled}
        value={value}
        onChange={(event) => {
          const digits = event.target.value.replace(/\D/g, "").slice(0, 4);
          take(digits === "" ? min : Number(digits));
        }}
      />
      <button
        type="button"
        className={look}
        aria-label={labels.more}
        disabled={disabled || value >= max}
        onClick={() => take(value + 1)}
      >
        +
      </button>
    </span>
  );
}
