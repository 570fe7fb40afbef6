"use client";

import { useEffect, useState } from "react";
import { BottomBar } from "@/components/phone/bottom-bar";
import { Button } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { AreaField } from "@/components/phone/field";
import { Notice } from "@/components/phone/notice";
import { Price } from "@/components/phone/price";
import {
  CheckoutAddress,
  type CheckoutReceiver,
} from "@/features/orders/components/checkout-address";
import { CheckoutLine } from "@/features/orders/components/checkout-line";
import type { Quote } from "@/features/orders/components/checkout-state";
import type { CheckoutText } from "@/features/orders/components/checkout-text";
import { MoneyRows } from "@/features/orders/components/money-rows";
import { noteKey, useCheckout } from "@/features/orders/components/use-checkout";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/** The last look before buying: where to, what, for how much, and one button. */
export function CheckoutForm({
  quote: initial,
  address,
  addressesHref,
  fromCart,
  text,
}: {
  quote: Quote;
  address: CheckoutReceiver | null;
  addressesHref: string;
  fromCart: boolean;
  text: CheckoutText;
}) {
  const checkout = useCheckout(initial, address?.addressId ?? null, fromCart);
  const { quote, faults, formerPrices, problem, pending } = checkout;
  const [note, setNote] = useNote();
  const hasFaults = quote.lines.some(({ skuId }) => faults[skuId]);
  const hasNewPrice = Object.keys(formerPrices).length > 0;
  const refused = quote.fault === "not_delivered" ? phoneSentence("not_delivered") : null;
  return (
    <>
      <div className="space-y-3 gutter pt-4 pb-6">
        <CheckoutAddress address={address} href={addressesHref} text={text} />
        {refused ? <Notice tone="careful">{refused}</Notice> : null}
        <Card className="divide-y divide-line">
          {quote.lines.map((line) => (
            <CheckoutLine
              key={line.skuId}
              line={line}
              fault={faults[line.skuId]}
              formerPriceFen={formerPrices[line.skuId]}
              text={text}
              disabled={pending}
              onQuantity={(quantity) => void checkout.changeLine(line.skuId, quantity)}
            />
          ))}
        </Card>
        <Card className="px-4 py-3.5">
          <AreaField
            label={text.note}
            id="note"
            rows={2}
            maxLength={200}
            value={note}
            placeholder={text.note_placeholder}
            onChange={(event) => setNote(event.target.value)}
          />
        </Card>
        <Card className="px-4 py-3.5">
          <MoneyRows
            goods={{ label: text.goods, fen: quote.goodsFen }}
            freight={{ label: text.freight, fen: quote.freightFen, free: text.free }}
          />
        </Card>
        <p className="text-center text-ink-faint text-xs">
          <a
            href="/about#returns"
            className="inline-flex min-h-11 items-center underline underline-offset-4"
          >
            {text.agree}
          </a>
        </p>
      </div>
      <div className="sticky bottom-0 z-20 mt-auto">
        {problem ? (
          <Notice tone="bad" live className="rounded-none px-4">
            {problem}
          </Notice>
        ) : null}
        <BottomBar>
          <p className="grow leading-tight">
            <span className="text-sm">{text.payable} </span>
            {quote.payableFen === null ? "—" : <Price fen={quote.payableFen} size="lg" />}
          </p>
          <Button
            look="buy"
            pending={pending}
            disabled={quote.payableFen === null || hasFaults}
            onClick={() => void checkout.submit(note)}
          >
            {submitLabel(text, { pending, hasFaults, hasNewPrice })}
          </Button>
        </BottomBar>
      </div>
    </>
  );
}

function submitLabel(
  text: CheckoutText,
  now: { pending: boolean; hasFaults: boolean; hasNewPrice: boolean },
): string {
  if (now.pending) return text.submitting;
  if (now.hasFaults) return text.fix_first;
  return now.hasNewPrice ? text.confirm_new : text.submit;
}

/** The note survives choosing another address and signing in again; it goes with the order. */
function useNote() {
  const [note, setNote] = useState("");
  useEffect(() => setNote(sessionStorage.getItem(noteKey) ?? ""), []);
  const change = (value: string) => {
    setNote(value);
    sessionStorage.setItem(noteKey, value);
  };
  return [note, change] as const;
}
