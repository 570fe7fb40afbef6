"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/phone/button";
import { Notice } from "@/components/phone/notice";
import type { PayText } from "@/features/payments/components/pay-text";
import { usePayment } from "@/features/payments/components/use-payment";
import { fillText } from "@/lib/i18n/fill-text";

/** The pay button with everything that can be said about it. */
export function PayOrder({
  orderNo,
  price,
  sdkUrl,
  startAtOnce,
  text,
}: {
  orderNo: string;
  /** In yuan, as people write it. */
  price: string;
  sdkUrl: string;
  /** Right after the order was placed the sheet opens by itself, once. */
  startAtOnce: boolean;
  text: PayText;
}) {
  const { step, pay, check } = usePayment(orderNo, sdkUrl, text);
  const started = useRef(false);
  useEffect(() => {
    if (!startAtOnce || started.current) return;
    started.current = true;
    // Coming back to this address must not open the sheet again.
    history.replaceState(null, "", location.pathname);
    void pay();
  }, [startAtOnce, pay]);
  const pending = step.kind === "starting" || step.kind === "checking";
  return (
    <div className="min-w-0 flex-1">
      <div role="status" className="mb-2 empty:mb-0">
        {step.kind === "stopped" ? <Notice tone="careful">{step.sentence}</Notice> : null}
        {step.kind === "slow" ? <Notice tone="careful">{text.slow}</Notice> : null}
      </div>
      {step.kind === "slow" ? (
        <Button look="outline" className="w-full" onClick={() => void check()}>
          {text.refresh}
        </Button>
      ) : (
        <Button className="w-full" pending={pending} onClick={() => void pay()}>
          {labelOf(step.kind, price, text)}
        </Button>
      )}
    </div>
  );
}

function labelOf(kind: string, price: string, text: PayText): string {
  if (kind === "starting") return text.starting;
  return kind === "checking" ? text.checking : fillText(text.pay, { price });
}
