import { bindAfterClick } from "@/features/customers/commands/bind-after-click";
import { systemClock } from "@/lib/clock/now";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { secureRandom } from "@/lib/ids/random-code";
import { log } from "@/lib/log/log";

type Click = { merchantId: AuthorizedMerchantId; token: string; visitorId: string };

/** Beyond this the binding waits for the checkout, which decides it again. */
const maxQueued = 1_000;

/**
 * Decides the bindings of signed-in visitors behind the answer's back, one at a time: a rush on the
 * landing must not take the connections that buyers need.
 */
export class BindQueue {
  #queue: Click[] = [];
  #running: Promise<void> | null = null;

  add(merchantId: AuthorizedMerchantId, click: { token: string; visitorId: string }): void {
    if (this.#queue.length >= maxQueued) return;
    this.#queue.push({ merchantId, ...click });
    this.#running ??= this.#run();
  }

  /** Resolves when nothing waits. */
  async drain(): Promise<void> {
    await this.#running;
  }

  async #run(): Promise<void> {
    for (let click = this.#queue.shift(); click; click = this.#queue.shift()) {
      await bind(click);
    }
    this.#running = null;
  }
}

async function bind({ merchantId, ...click }: Click): Promise<void> {
  try {
    await bindAfterClick(merchantId, click, { now: systemClock(), random: secureRandom });
  } catch (error) {
    log.warn({ merchantId, err: error }, "binding after a click is left to the checkout");
  }
}
