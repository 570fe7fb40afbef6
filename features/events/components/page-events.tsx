"use client";

import { useEffect } from "react";
import { watchPage } from "@/features/events/components/watch-page";

/**
 * Tells the shop that this page was seen, for how long, and what was done on it. Nothing of it keeps the
 * page waiting, and nothing is shown when it fails. Without `crypto.randomUUID` (a page without https)
 * nothing is told.
 * @param kind what being here means
 */
export function PageEvents({
  kind = "view",
  productId,
}: {
  kind?: "view" | "checkout" | "share_set";
  productId?: string;
}) {
  useEffect(() => {
    if (!("randomUUID" in crypto)) return undefined;
    return watchPage(kind, productId);
  }, [kind, productId]);
  return null;
}
