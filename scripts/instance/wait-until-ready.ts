import { setTimeout as pause } from "node:timers/promises";
import { PlainFault } from "@/scripts/instance/plain-fault";

/** @throws PlainFault when the address did not answer 200 in time */
export async function waitUntilReady(url: string, limitMs: number): Promise<void> {
  const until = Date.now() + limitMs;
  while (Date.now() < until) {
    if (await answers(url)) return;
    await pause(100);
  }
  throw new PlainFault(`${url} did not answer within ${limitMs / 1000} seconds.`);
}

async function answers(url: string): Promise<boolean> {
  return fetch(url, { signal: AbortSignal.timeout(5_000) }).then(
    (response) => response.ok,
    () => false,
  );
}
