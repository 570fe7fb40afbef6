"use client";

import { useEffect, useState } from "react";
import { fillText } from "@/lib/i18n/fill-text";

/**
 * How much time is left. Counted from what the server said when it rendered the page:
 * a phone's clock may be wrong by hours.
 */
export function Countdown({
  dueAtMs,
  renderedAtMs,
  text,
}: {
  dueAtMs: number;
  renderedAtMs: number;
  text: { minutes: string; hours: string; over: string };
}) {
  const [elapsedMs, setElapsedMs] = useState(0);
  useEffect(() => {
    const start = performance.now();
    const timer = setInterval(() => setElapsedMs(performance.now() - start), 1_000);
    return () => clearInterval(timer);
  }, []);
  return <span role="timer">{sayTimeLeft(dueAtMs - renderedAtMs - elapsedMs, text)}</span>;
}

/** "请在 29 分 05 秒内付款"; hours and minutes above one hour, nothing negative. */
export function sayTimeLeft(
  leftMs: number,
  text: { minutes: string; hours: string; over: string },
): string {
  const seconds = Math.ceil(leftMs / 1_000);
  if (seconds <= 0) return text.over;
  if (seconds >= 3_600) {
    const hours = Math.floor(seconds / 3_600);
    return fillText(text.hours, { hours, minutes: Math.floor((seconds % 3_600) / 60) });
  }
  return fillText(text.minutes, {
    minutes: Math.floor(seconds / 60),
    seconds: String(seconds % 60).padStart(2, "0"),
  });
}
