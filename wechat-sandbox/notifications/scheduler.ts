import { settleDueRefunds } from "../pay/settle-refunds";
import type { SandboxContext } from "../sandbox-context";
import {
  listDueNotifications,
  type NotificationRow,
  nextNotificationAt,
} from "../store/notifications";
import { nextRefundSettlesAt } from "../store/refunds";
import { nextTransferDueAt } from "../store/transfers";
import { advanceDueTransfers } from "../transfers/advance-transfers";
import { deliverNotification } from "./deliver-notification";

/** The longest sleep: a test may move its clock without telling anybody. */
const LONGEST_SLEEP_MS = 200;
/** A notification held back for reordering goes out after this long even if no other comes. */
const REORDER_PATIENCE_MS = 2000;
const MAX_IN_FLIGHT = 32;

/** Settles refunds, moves transfers and sends notifications when they are due. */
export class Scheduler {
  private timer: NodeJS.Timeout | null = null;
  private readonly inFlight = new Map<string, Promise<void>>();
  private readonly heldBackSince = new Map<string, number>();
  private stopped = false;

  constructor(private readonly context: SandboxContext) {}

  /** Looks at once for work that is due, then sleeps until the next is. */
  wake(): void {
    if (this.stopped) return;
    if (this.timer) clearTimeout(this.timer);
    this.timer = setTimeout(() => this.run(), 0);
  }

  /** Resolves when nothing is being sent; what waits for a retry keeps waiting. */
  async idle(): Promise<void> {
    this.run();
    while (this.inFlight.size > 0) await Promise.all(this.inFlight.values());
  }

  /** Stops for good and waits for what is under way. */
  async stop(): Promise<void> {
    this.stopped = true;
    if (this.timer) clearTimeout(this.timer);
    await Promise.all(this.inFlight.values());
  }

  private run(): void {
    if (this.stopped) return;
    const nowMs = this.context.now();
    settleDueRefunds(this.context);
    advanceDueTransfers(this.context);
    // What is under way or held back is due as well, and stands in front.
    const most = MAX_IN_FLIGHT + this.heldBackSince.size;
    for (const row of listDueNotifications(this.context.db, nowMs, most)) {
      if (this.inFlight.size >= MAX_IN_FLIGHT) break;
      if (!this.inFlight.has(row.id) && !this.isHeldBack(row.id, nowMs)) this.start(row);
    }
    this.sleep(nowMs);
  }

  private isHeldBack(id: string, nowMs: number): boolean {
    const since = this.heldBackSince.get(id);
    if (since === undefined) return false;
    if (nowMs - since < REORDER_PATIENCE_MS) return true;
    this.heldBackSince.delete(id);
    return false;
  }

  private start(row: NotificationRow): void {
    const delivery = deliverNotification(this.context, row).then((done) => {
      this.inFlight.delete(row.id);
      // Held back until a later notification has gone out before it.
      if (done === "reorder") this.heldBackSince.set(row.id, this.context.now());
      else if (done === "attempted") this.heldBackSince.clear();
      this.wake();
    });
    this.inFlight.set(row.id, delivery);
  }

  private sleep(nowMs: number): void {
    const { db } = this.context;
    const due = [nextNotificationAt(db), nextRefundSettlesAt(db), nextTransferDueAt(db)].filter(
      (at) => at !== null,
    );
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    if (due.length === 0) return;
    const wait = Math.min(LONGEST_SLEEP_MS, Math.max(5, Math.min(...due) - nowMs));
    this.timer = setTimeout(() => this.run(), wait);
    this.timer.unref();
  }
}
