import { setTimeout as pause } from "node:timers/promises";

/**
 * WeChat allows 100 transfers, and 100 questions about them, per second and merchant (wechat.md 4.9).
 * Each process keeps below half of it, so that two workers together do not reach it.
 */
const perSecond = 45;
const gapMs = 1_000 / perSecond;

/** When the next call of each kind and merchant may leave, on the process's own steady clock. */
const nextAtMs = new Map<string, number>();

/** Waits until one more call of this kind may leave for this merchant; those who wait leave in order. */
export async function limitRate(kind: "transfer" | "query", mchId: string): Promise<void> {
  const key = `${kind}:${mchId}`;
  const nowMs = performance.now();
  const atMs = Math.max(nowMs, nextAtMs.get(key) ?? 0);
  nextAtMs.set(key, atMs + gapMs);
  if (atMs > nowMs) await pause(atMs - nowMs);
}
