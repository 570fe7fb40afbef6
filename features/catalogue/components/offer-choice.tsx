"use client";

import type { PurchaseText } from "@/features/catalogue/components/purchase-text";
import type { OfferJson } from "@/features/catalogue/schema";
import { fillText } from "@/lib/i18n/fill-text";

/** From here on the number is said: more would press, less would surprise. */
const fewLeft = 10;

/** What is left, in words. */
export function stockSentence(offer: OfferJson, text: PurchaseText): string {
  if (offer.left === 0) return text.left_none;
  return offer.left <= fewLeft ? fillText(text.left_few, { left: offer.left }) : text.left_plenty;
}

/** The options as radio buttons; those that are sold out stay visible and cannot be chosen. */
export function OfferChoice({
  offers,
  chosen,
  text,
  onChoose,
}: {
  offers: OfferJson[];
  chosen: OfferJson | undefined;
  text: PurchaseText;
  onChoose: (offer: OfferJson) => void;
}) {
  return (
    <fieldset className="mt-5">
      <legend className="mb-2 font-medium">{text.options}</legend>
      <div className="flex flex-wrap gap-2.5">
        {offers.map((offer) => (
          <label
            key={offer.skuId}
            className="relative inline-flex min-h-11 cursor-pointer items-center rounded-md border border-line bg-paper px-4 py-2 leading-tight has-checked:border-leaf has-disabled:cursor-default has-checked:bg-leaf-soft has-disabled:bg-sunken has-checked:text-leaf-deep has-disabled:text-ink-faint has-focus-visible:outline-2 has-focus-visible:outline-leaf has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name="offer"
              className="sr-only"
              checked={offer.skuId === chosen?.skuId}
              disabled={offer.left === 0}
              onChange={() => onChoose(offer)}
            />
            <span>
              {offer.optionName || text.single_option}
              {offer.left === 0 ? <span className="text-xs"> · {text.left_none}</span> : null}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
