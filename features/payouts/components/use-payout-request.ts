"use client";

import { useCallback, useEffect, useRef, useState } from "react";
import type { QuoteJson } from "@/features/payouts/components/describe-quote";
import type { RequestText } from "@/features/payouts/components/request-text";
import { sendJson } from "@/lib/http/send-json";

export type Channel = "wechat" | "bank";
type Answer = { quote: QuoteJson | null; fault: string | null; openPayoutNo: string | null };

const nothing: Answer = { quote: null, fault: null, openPayoutNo: null };
/** So long after the last key: nobody needs a quote for each digit. */
const pauseMs = 350;

/**
 * A withdrawal in the making: every pause in typing brings a quote from the server, and only what was
 * quoted can be confirmed. Answers that come too late are dropped.
 */
export function usePayoutRequest(text: RequestText) {
  const [amount, setAmount] = useState("");
  const [channel, setChannel] = useState<Channel>("wechat");
  const [answer, setAnswer] = useState<Answer>(nothing);
  const [step, setStep] = useState<"idle" | "quoting" | "submitting">("idle");
  const [taxChanged, setTaxChanged] = useState(false);
  const asked = useRef(0);

  const ask = useCallback(async () => {
    const mine = asked.current;
    const reply = await sendJson("POST", "/api/mall/payouts/quote", { amount, channel });
    if (mine !== asked.current) return;
    const quote = reply.ok ? (reply.body.quote as QuoteJson) : null;
    setAnswer(quote ? { ...nothing, quote } : refusalOf(reply, text));
    setStep("idle");
  }, [amount, channel, text]);

  useEffect(() => {
    asked.current += 1;
    setAnswer(nothing);
    setTaxChanged(false);
    setStep(amount.trim() === "" ? "idle" : "quoting");
    if (amount.trim() === "") return;
    const timer = setTimeout(() => void ask(), pauseMs);
    return () => clearTimeout(timer);
  }, [amount, ask]);

  async function submit() {
    const { quote } = answer;
    if (!quote || step !== "idle") return;
    setStep("submitting");
    const reply = await sendJson("POST", "/api/mall/payouts", {
      amount,
      channel,
      seenTaxFen: quote.taxFen,
    });
    if (reply.ok) return location.replace(`/distribute/payouts/${reply.body.payoutNo}`);
    setTaxChanged(reply.reason === "tax_changed");
    if (reply.reason === "tax_changed") return ask();
    // After a bad network the same can be sent again; after a refusal something has to change.
    const again = reply.reason === "network" ? quote : null;
    setAnswer({ ...refusalOf(reply, text), quote: again });
    setStep("idle");
  }

  return { amount, setAmount, channel, setChannel, ...answer, step, taxChanged, submit };
}

function refusalOf(reply: Awaited<ReturnType<typeof sendJson>>, text: RequestText): Answer {
  if (reply.ok) return { ...nothing, fault: text.unknown };
  const { sentence, payoutNo } = reply.values;
  const own: Partial<Record<string, string>> = {
    network: text.network,
    not_signed_in: text.notSignedIn,
  };
  return {
    quote: null,
    fault: String(sentence ?? own[reply.reason] ?? text.unknown),
    openPayoutNo: payoutNo === undefined ? null : String(payoutNo),
  };
}
