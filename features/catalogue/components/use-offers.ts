"use client";

import { useEffect, useState } from "react";
import type { OfferJson } from "@/features/catalogue/schema";

/**
 * The offers of a product: first as the page was rendered, at most half a minute old, then as they are.
 * Asked again after the page has loaded, when `fresh` turns true, and on return from the back/forward
 * cache. Without an answer the rendered ones stay: the checkout decides anyway.
 */
export function useOffers(slug: string, rendered: OfferJson[], fresh: boolean): OfferJson[] {
  const [offers, setOffers] = useState(rendered);
  useEffect(() => {
    const ask = () =>
      void fetchOffers(slug).then((answer) => {
        if (answer) setOffers(answer);
      });
    const onShow = (event: PageTransitionEvent) => {
      if (event.persisted) ask();
    };
    const timer = setTimeout(ask, fresh ? 0 : 2_000);
    addEventListener("pageshow", onShow);
    return () => {
      clearTimeout(timer);
      removeEventListener("pageshow", onShow);
    };
  }, [slug, fresh]);
  return offers;
}

async function fetchOffers(slug: string): Promise<OfferJson[] | null> {
  try {
    const response = await fetch(`/api/mall/products/${encodeURIComponent(slug)}`);
    const body: { offers: OfferJson[] } | null = response.ok ? await response.json() : null;
    return body?.offers ?? null;
  } catch {
    return null;
  }
}
