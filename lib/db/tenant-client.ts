import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** A tenant's transaction: whose it is, and the connection that it runs on while it is open. */
export type TenantTransaction = { readonly merchantId: string; connection: pg.Client | null };

const globalStore = globalThis as { renheOpeningFor?: AsyncLocalStorage<TenantTransaction> };
globalStore.renheOpeningFor ??= new AsyncLocalStorage();

/**
 * The transaction that is being opened. Set by inMerchant alone. One per process, like the
 * client: Next's bundles hold copies of this module beside the web process's own.
 */
export const openingFor = globalStore.renheOpeningFor;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A connection that says BEGIN and whose transaction it is in one message: every request opens one,
 * and each message costs a way there and back. Outside of inMerchant a BEGIN stays a BEGIN, and row
 * security then shows nothing.
 */
export class TenantClient extends pg.Client {
  private transaction: TenantTransaction | null = null;
  /** What was asked last and is not answered yet. */
  private asked: Promise<void> | null = null;

  constructor(config?: pg.ClientConfig) {
    super(config);
    this.query = new Proxy(this.query, {
      apply: (send, client, [question, ...rest]) =>
        this.inTurn(() =>
          Reflect.apply(send, client, [this.follow(question) ?? question, ...rest]),
        ),
    });
  }

  /**
   * One question at a time. Prisma asks for the relations of an `include` all at once, in a transaction
   * too; pg would queue them as well, but says that it will not any more.
   */
  private inTurn(ask: () => unknown): unknown {
    const answer = this.asked === null ? ask() : this.asked.then(ask);
    // Asked with a callback, nothing tells when it is answered: nobody here does.
    if (!(answer instanceof Promise)) return answer;
    const asked: Promise<void> = answer.then(
      () => this.answered(asked),
      () => this.answered(asked),
    );
    this.asked = asked;
    return answer;
  }

  private answered(question: Promise<void>): void {
    if (this.asked === question) this.asked = null;
  }

  /** Keeps track of where a transaction begins and ends. @returns what to say instead, or null */
  private follow(question: unknown): string | null {
    const text = textOf(question);
    if (text === "BEGIN") return this.open();
    // From here on nothing may be asked in its name: the connection goes to somebody else.
    if (this.transaction && (text === "COMMIT" || text === "ROLLBACK")) {
      this.transaction.connection = null;
      this.transaction = null;
    }
    return null;
  }

  private open(): string | null {
    const transaction = openingFor.getStore();
    if (transaction === undefined) return null;
    const { merchantId } = transaction;
    // The text is sent as it stands, without parameters: nothing but a UUID may enter it.
    if (!uuid.test(merchantId)) throw new Error("a merchant id is a UUID");
    transaction.connection = this;
    this.transaction = transaction;
    return `BEGIN; select set_config('app.merchant_id', '${merchantId}', true)`;
  }
}

function textOf(question: unknown): unknown {
  if (typeof question !== "object" || question === null || !("text" in question)) return question;
  return question.text;
}
