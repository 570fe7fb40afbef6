"use client";

import { type ReactNode, useEffect, useRef } from "react";

/**
 * Navigation in one row that scrolls sideways where it does not fit: the present one is scrolled into
 * sight, or a phone would not show where one is.
 */
export function ScrollRow({
  label,
  className,
  children,
}: {
  label: string;
  className: string;
  children: ReactNode;
}) {
  const row = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = row.current?.querySelector('[aria-current="page"]');
    if (!row.current || !current) return;
    const [around, inner] = [row.current.getBoundingClientRect(), current.getBoundingClientRect()];
    if (inner.left >= around.left && inner.right <= around.right) return;
    // Not scrollIntoView: that would scroll the page too.
    row.current.scrollLeft += inner.left - around.left - (around.width - inner.width) / 2;
  });
  return (
    <nav ref={row} aria-label={label} className={`overflow-x-auto ${className}`}>
      {children}
    </nav>
  );
}
