"use client";

import { useEffect } from "react";
import { sendJson } from "@/lib/http/send-json";

/** Asks quickly at first, when most things happen, then patiently, and in the end not at all. */
const quickMs = 2_000;
const patientMs = 10_000;
const quickAsks = 20;
const asks = 60;

/** Shows the next state of a withdrawal by itself, as long as the page is looked at. */
export function WatchPayout({ payoutNo, state }: { payoutNo: string; state: string }) {
  useEffect(() => {
    let asked = 0;
    let timer: ReturnType<typeof setTimeout>;
    const again = () => {
      if (asked < asks) timer = setTimeout(look, asked < quickAsks ? quickMs : patientMs);
    };
    const look = async () => {
      asked += 1;
      const answer = document.hidden
        ? null
        : await sendJson("GET", `/api/mall/payouts/${payoutNo}`);
      if (answer?.ok && answer.body.state !== state) return location.reload();
      again();
    };
    again();
    return () => clearTimeout(timer);
  }, [payoutNo, state]);
  return null;
}
