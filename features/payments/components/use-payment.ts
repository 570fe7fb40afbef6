"use client";

import { useCallback, useRef, useState } from "react";
import type { PayText } from "@/features/payments/components/pay-text";
import { openPaymentSheet } from "@/features/payments/components/wechat-bridge";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

export type PaymentStep =
  | { kind: "idle" }
  | { kind: "starting" }
  | { kind: "checking" }
  | { kind: "slow" }
  | { kind: "stopped"; sentence: string };

const pollEveryMs = 1_500;
const polls = 20;

/**
 * Pays an order: parameters from the server, WeChat's sheet, then the server's word on whether the
 * money came. A second tap while one is under way does nothing.
 */
export function usePayment(orderNo: string, sdkUrl: string, text: PayText) {
  const [step, setStep] = useState<PaymentStep>({ kind: "idle" });
  const busy = useRef(false);

  const check = useCallback(async () => {
    setStep({ kind: "checking" });
    for (let poll = 0; poll < polls; poll += 1) {
      const answer = await sendJson("GET", `/api/mall/orders/${orderNo}`);
      if (answer.ok && answer.body.state !== "awaiting_payment") {
        return location.replace(`/orders/${orderNo}`);
      }
      await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
    }
    setStep({ kind: "slow" });
  }, [orderNo]);

  const pay = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setStep({ kind: "starting" });
    const started = await sendJson("POST", `/api/mall/orders/${orderNo}/pay`);
    if (started.ok) {
      const answer = await openPaymentSheet(sdkUrl, Object(started.body.params));
      if (answer === "ok") await check();
      else setStep({ kind: "stopped", sentence: text[answer] });
    } else if (started.reason === "already_paid") {
      await check();
    } else {
      setStep({ kind: "stopped", sentence: phoneSentence(started.reason, started.values) });
    }
    busy.current = false;
  }, [orderNo, sdkUrl, text, check]);

  return { step, pay, check };
}
