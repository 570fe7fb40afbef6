import Link from "next/link";
import type { ReactNode } from "react";

/** What the page is, and what can be done with it as a whole. */
export function PageHeading({
  title,
  back,
  hint,
  children,
}: {
  title: string;
  back?: { href: string; label: string };
  hint?: ReactNode;
  children?: ReactNode;
}) {
  return (
    <header className="mb-5 grid gap-1">
      {back && (
        <Link href={back.href} className="justify-self-start text-sm text-leaf hover:underline">
          ← {back.label}
        </Link>
      )}
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h1 className="min-w-0 text-xl font-semibold break-words lg:text-2xl">{title}</h1>
        {children && <div className="flex flex-wrap items-center gap-2">{children}</div>}
      </div>
      {hint && <p className="max-w-3xl text-sm text-ink-faint">{hint}</p>}
    </header>
  );
}
