import type { ComponentProps } from "react";
import { type ButtonLook, buttonLook } from "@/components/phone/button-look";

/**
 * A button. While `pending` it stays readable, says so to screen readers and takes no second tap.
 */
export function Button({
  look = "primary",
  pending = false,
  className,
  disabled,
  type = "button",
  ...rest
}: ComponentProps<"button"> & { look?: ButtonLook; pending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      disabled={disabled === true || pending}
      aria-busy={pending || undefined}
      className={buttonLook(look, className)}
    />
  );
}

/** A link that looks like a button. */
export function ButtonLink({
  look = "primary",
  className,
  ...rest
}: ComponentProps<"a"> & { href: string; look?: ButtonLook }) {
  return <a {...rest} className={buttonLook(look, className)} />;
}
