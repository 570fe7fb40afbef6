"use client";

import { useCallback, useRef, useState } from "react";
import {
  openTransferPage,
  type TransferAnswer,
  type TransferParameters,
} from "@/features/payouts/components/open-transfer-page";
import { sendJson } from "@/lib/http/send-json";

export type ReceiptStep =
  | { kind: "idle" }
  | { kind: "opening" }
  | { kind: "checking" }
  | { kind: "slow" }
  | { kind: "stopped"; why: Exclude<TransferAnswer, "shown"> | "unavailable" };

const pollEveryMs = 1_500;
const polls = 14;

/**
 * Receives a transfer: WeChat's page, then the server's word on what became of it. A second tap while
 * one is under way does nothing.
 */
export function useReceipt(payoutNo: string) {
  const [step, setStep] = useState<ReceiptStep>({ kind: "idle" });
  const busy = useRef(false);

  const check = useCallback(async () => {
    setStep({ kind: "checking" });
    for (let poll = 0; poll < polls; poll += 1) {
      const { state } = await askState(payoutNo);
      if (state !== null && state !== "awaiting_confirmation") return location.reload();
      await new Promise((resolve) => setTimeout(resolve, pollEveryMs));
    }
    setStep({ kind: "slow" });
  }, [payoutNo]);

  const receive = useCallback(async () => {
    if (busy.current) return;
    busy.current = true;
    setStep({ kind: "opening" });
    // The page may be hours old: what WeChat's page needs is asked for anew.
    const { state, confirmation } = await askState(payoutNo);
    if (state !== null && state !== "awaiting_confirmation") return location.reload();
    const answer = confirmation ? await openTransferPage(confirmation) : "unavailable";
    if (answer === "shown") await check();
    else setStep({ kind: "stopped", why: answer });
    busy.current = false;
  }, [payoutNo, check]);

  return { step, receive, check };
}

async function askState(
  payoutNo: string,
): Promise<{ state: string | null; confirmation: TransferParameters | null }> {
  const answer = await sendJson("GET", `/api/mall/payouts/${payoutNo}`);
  if (!answer.ok) return { state: null, confirmation: null };
  return {
    state: String(answer.body.state),
    confirmation: (answer.body.confirmation ?? null) as TransferParameters | null,
  };
}
