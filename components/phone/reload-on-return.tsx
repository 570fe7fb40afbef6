"use client";

import { useEffect } from "react";

/**
 * A page that the back/forward cache brings back shows what was true when it was left: carts, orders
 * and who is signed in are asked for again. iOS obeys no cache header here.
 */
export function ReloadOnReturn() {
  useEffect(() => {
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) location.reload();
    };
    addEventListener("pageshow", onShow);
    return () => removeEventListener("pageshow", onShow);
  }, []);
  return null;
}
