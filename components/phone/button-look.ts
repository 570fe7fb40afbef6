export type ButtonLook = "primary" | "buy" | "outline" | "quiet" | "danger";

const looks: Record<ButtonLook, string> = {
  primary: "bg-leaf text-white active:bg-leaf-deep",
  buy: "bg-cinnabar text-white active:bg-cinnabar-deep",
  outline: "border border-leaf bg-card text-leaf active:bg-leaf-soft",
  quiet: "border border-line bg-card text-ink active:bg-sunken",
  danger: "border border-cinnabar bg-card text-cinnabar active:bg-cinnabar-soft",
};

/** The classes of everything that is pressed: at least 44 px high, grows with the font. */
export function buttonLook(look: ButtonLook, className = ""): string {
  return `inline-flex min-h-11 items-center justify-center gap-1.5 rounded-full px-5 py-2 text-center font-medium leading-tight transition-colors disabled:opacity-55 aria-busy:opacity-70 ${looks[look]} ${className}`;
}
