import type { ButtonHTMLAttributes } from "react";

const looks = {
  primary: "bg-leaf text-white hover:bg-leaf-deep",
  plain: "border border-line bg-card text-ink hover:bg-sunken",
  danger: "border border-danger/40 bg-card text-danger hover:bg-danger-soft",
  quiet: "text-leaf hover:bg-leaf-soft",
} as const;

export type ButtonLook = keyof typeof looks;

/** The classes of a button, for links that act as one. */
export function buttonLook(look: ButtonLook = "plain"): string {
  return `inline-flex min-h-9 items-center justify-center gap-1.5 rounded-md px-3.5 text-sm font-medium transition-colors disabled:cursor-not-allowed disabled:opacity-55 ${looks[look]}`;
}

export function Button({
  look = "plain",
  className = "",
  type = "button",
  ...rest
}: ButtonHTMLAttributes<HTMLButtonElement> & { look?: ButtonLook }) {
  return <button type={type} className={`${buttonLook(look)} ${className}`} {...rest} />;
}
