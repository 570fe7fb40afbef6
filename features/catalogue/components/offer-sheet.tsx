"use client";

import { useState } from "react";
import { Button } from "@/components/phone/button";
import { cartChangedEvent } from "@/components/phone/cart-badge";
import { Notice } from "@/components/phone/notice";
import { Picture, type PictureView } from "@/components/phone/picture";
import { Price, StruckPrice } from "@/components/phone/price";
import { Sheet } from "@/components/phone/sheet";
import { Stepper } from "@/components/phone/stepper";
import { MAX_LINE_QUANTITY } from "@/domain/orders/quantity";
import { OfferChoice, stockSentence } from "@/features/catalogue/components/offer-choice";
import type { PurchaseText } from "@/features/catalogue/components/purchase-text";
import type { OfferJson } from "@/features/catalogue/schema";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

type Message = { tone: "good" | "bad"; sentence: string };

/** The sheet in which one chooses what to buy and how many. */
export function OfferSheet({
  open,
  title,
  thumbnail,
  offers,
  chosen,
  quantity,
  text,
  onChoose,
  onQuantity,
  onClose,
}: {
  open: boolean;
  title: string;
  thumbnail: PictureView | null;
  offers: OfferJson[];
  chosen: OfferJson | undefined;
  quantity: number;
  text: PurchaseText;
  onChoose: (offer: OfferJson) => void;
  onQuantity: (quantity: number) => void;
  onClose: () => void;
}) {
  const [pending, setPending] = useState(false);
  const [message, setMessage] = useState<Message | null>(null);
  const shown = chosen ?? offers[0];
  const ready = chosen !== undefined && chosen.left > 0;

  async function add() {
    if (!chosen) return;
    const { skuId, unitPriceFen: seenUnitPriceFen } = chosen;
    setPending(true);
    const answer = await sendJson("POST", "/api/mall/cart", { skuId, quantity, seenUnitPriceFen });
    setPending(false);
    if (answer.ok) dispatchEvent(new CustomEvent(cartChangedEvent, { detail: quantity }));
    setMessage(
      answer.ok
        ? { tone: "good", sentence: text.added }
        : { tone: "bad", sentence: phoneSentence(answer.reason, answer.values) },
    );
  }

  return (
    <Sheet
      open={open}
      title={text.choose_title}
      closeLabel={text.close}
      onClose={() => {
        setMessage(null);
        onClose();
      }}
    >
      <div className="flex items-center gap-3">
        {thumbnail ? (
          <Picture picture={thumbnail} sizes="84px" className="size-21 shrink-0 rounded-md" />
        ) : null}
        <div className="min-w-0">
          {shown ? <Price fen={BigInt(shown.unitPriceFen)} size="lg" /> : null}{" "}
          {shown?.listPriceFen ? (
            <StruckPrice fen={BigInt(shown.listPriceFen)} label={text.list_price} />
          ) : null}
          <p className="line-clamp-2 text-ink-soft text-sm">{title}</p>
          {chosen ? <p className="text-ink-faint text-xs">{stockSentence(chosen, text)}</p> : null}
        </div>
      </div>
      <OfferChoice offers={offers} chosen={chosen} text={text} onChoose={onChoose} />
      <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <span className="font-medium">{text.quantity}</span>
        <Stepper
          value={quantity}
          max={Math.max(1, Math.min(chosen?.left ?? 1, MAX_LINE_QUANTITY))}
          disabled={!ready}
          labels={text}
          onChange={onQuantity}
        />
      </div>
      <div role="status" className="mt-4 empty:mt-0">
        {message ? (
          <Notice tone={message.tone}>
            {message.sentence}{" "}
            {message.tone === "good" ? (
              <a
                href="/cart"
                className="inline-block py-1 font-medium underline underline-offset-4"
              >
                {text.go_cart}
              </a>
            ) : null}
          </Notice>
        ) : null}
      </div>
      <div className="mt-5 grid grid-cols-2 gap-3 pb-2">
        <Button look="outline" pending={pending} disabled={!ready} onClick={() => void add()}>
          {text.add}
        </Button>
        <Button
          look="buy"
          disabled={!ready || pending}
          onClick={() => {
            if (chosen) location.href = `/checkout?sku=${chosen.skuId}&quantity=${quantity}`;
          }}
        >
          {text.buy}
        </Button>
      </div>
    </Sheet>
  );
}
