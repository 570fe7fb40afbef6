import type { DatabaseSync } from "node:sqlite";
import type { SandboxAccount } from "./account";
import type { RandomBytes } from "./crypto/random-text";
import type { FaultPlan } from "./faults/fault-plan";

/** What every answer of the sandbox may use. Time and randomness come in from outside. */
export interface SandboxContext {
  db: DatabaseSync;
  accounts: SandboxAccount[];
  /** Milliseconds since 1970. */
  now: () => number;
  random: RandomBytes;
  /** Waiting times (retries, refund settlement) are divided by this. Life times are not. */
  timeScale: number;
  /** How many transfers, and how many transfer queries, a merchant may ask for in a second. */
  transfersPerSecond: number;
  /** How long a notification may wait for its answer; WeChat waits 5 s. */
  notifyTimeoutMs: number;
  faults: FaultPlan;
  /** Names of the mall's cookies that belong to a phone and change with it. */
  phoneCookies: string[];
  /** Tells the scheduler that something new may be due. */
  wake: () => void;
}

export function accountByAppId(context: SandboxContext, appId: string): SandboxAccount | null {
  return context.accounts.find((account) => account.appId === appId) ?? null;
}

export function accountByMchId(
  context: Pick<SandboxContext, "accounts">,
  mchId: string,
): SandboxAccount | null {
  return context.accounts.find((account) => account.mchId === mchId) ?? null;
}
