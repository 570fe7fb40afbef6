"use client";

import { useState } from "react";
import type { PictureView } from "@/components/phone/picture";
import { OfferSheet } from "@/features/catalogue/components/offer-sheet";
import { PurchaseBar } from "@/features/catalogue/components/purchase-bar";
import type { PurchaseText } from "@/features/catalogue/components/purchase-text";
import { useOffers } from "@/features/catalogue/components/use-offers";
import type { OfferJson } from "@/features/catalogue/schema";
import { fillText } from "@/lib/i18n/fill-text";

/** Choosing and buying: the row that says what is chosen, the bar at the bottom, the sheet of both. */
export function PurchasePanel({
  slug,
  title,
  thumbnail,
  offers: rendered,
  text,
}: {
  slug: string;
  title: string;
  thumbnail: PictureView | null;
  offers: OfferJson[];
  text: PurchaseText;
}) {
  const [open, setOpen] = useState(false);
  const [chosenId, setChosenId] = useState(onlyOffer(rendered));
  const [quantity, setQuantity] = useState(1);
  const offers = useOffers(slug, rendered, open);
  const chosen = offers.find(({ skuId }) => skuId === chosenId);
  const soldOut = offers.every(({ left }) => left === 0);
  return (
    <>
      <button
        type="button"
        onClick={() => setOpen(true)}
        className="flex min-h-13 w-full items-center gap-3 rounded-lg bg-card px-4 py-3 text-left shadow-card active:bg-sunken"
      >
        <span className="shrink-0 text-ink-faint">{text.choose}</span>
        <span className="min-w-0 flex-1">
          {chosen
            ? fillText(text.chosen, { option: chosen.optionName || text.single_option, quantity })
            : text.not_chosen}
        </span>
        <span aria-hidden="true" className="text-edge">
          ›
        </span>
      </button>
      <PurchaseBar text={text} soldOut={soldOut} onOpen={() => setOpen(true)} />
      <OfferSheet
        open={open}
        title={title}
        thumbnail={thumbnail}
        offers={offers}
        chosen={chosen}
        quantity={quantity}
        text={text}
        onChoose={(offer) => {
          setChosenId(offer.skuId);
          setQuantity((wanted) => Math.max(1, Math.min(wanted, offer.left)));
        }}
        onQuantity={setQuantity}
        onClose={() => setOpen(false)}
      />
    </>
  );
}

/** Where there is only one thing to buy it is chosen already. */
function onlyOffer(offers: OfferJson[]): string | null {
  return offers.length === 1 ? (offers[0]?.skuId ?? null) : null;
}
