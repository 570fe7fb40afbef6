"use client";

import { useState } from "react";
import { sendJson } from "@/lib/http/send-json";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

/** Takes a step with an order after asking once more; the page then shows the order as it became. */
export function useOrderStep(orderNo: string, step: "cancel" | "receive") {
  const [asking, setAsking] = useState(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);

  async function take() {
    setPending(true);
    const answer = await sendJson("POST", `/api/mall/orders/${orderNo}/${step}`);
    if (answer.ok) return location.reload();
    setPending(false);
    setAsking(false);
    setProblem(phoneSentence(answer.reason, answer.values));
  }

  return { asking, setAsking, pending, problem, take };
}
