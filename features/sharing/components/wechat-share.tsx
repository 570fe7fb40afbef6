"use client";

import { useEffect } from "react";
import type { ShareTarget } from "@/features/sharing/schema";

/**
 * Gives WeChat's "…" menu the card of this page, with the reader's own link when they are signed in.
 * Outside of WeChat it does nothing, and the part that does something is loaded after the page.
 */
export function WechatShare({ target }: { target: ShareTarget }) {
  const { kind, slug } = target;
  useEffect(() => {
    if (!navigator.userAgent.includes("MicroMessenger/")) return;
    void import("@/features/sharing/components/configure-wechat").then(({ configureWechat }) =>
      configureWechat({ kind, slug }),
    );
  }, [kind, slug]);
  return null;
}
