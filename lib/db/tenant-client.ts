import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

/** A tenant's transaction: whose it is, and the connection that it runs on while it is open. */
export type TenantTransaction = { readonly merchantId: string; connection: pg.Client | null };

const globalStore = globalThis as { renheOpeningFor?: AsyncLocalStorage<TenantTransaction> };
globalStore.renheOpeningFor ??= new AsyncLocalStorage();

/**
 * The transaction that is being opened. Set by inMerchant and executeAtOnce alone. One per process, like
 * the client: Next's bundles hold copies of this module beside the web process's own.
 */
export const openingFor = globalStore.renheOpeningFor;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Postgres' in_failed_sql_transaction. */
const inFailedTransaction = "25P02";

/** What a BEGIN answers, to somebody who does not wait for it. */
const begun = { command: "BEGIN", rowCount: null, oid: 0, rows: [], fields: [] };

/**
 * A connection that says BEGIN and whose transaction it is in one message, and does not wait for the answer:
 * every request opens a transaction, and each wait costs a way there and back and a turn of the event loop.
 * If it could not be opened its first statement says why. Outside of inMerchant a BEGIN stays a BEGIN, and
 * row security then shows nothing. What is asked at once is sent at once and answered in turn.
 */
export class TenantClient extends pg.Client {
  private transaction: TenantTransaction | null = null;
  /** The BEGIN that nothing followed yet. */
  private opening: Promise<unknown> | null = null;
  /** What the present transaction failed at. */
  private failure: unknown = null;

  constructor(config?: pg.ClientConfig) {
    super({ ...config, pipeline: true });
    this.query = new Proxy(this.query, {
      apply: (send, client, [question, ...rest]) =>
        this.ask(question, (text) => Reflect.apply(send, client, [text ?? question, ...rest])),
    });
  }

  private ask(question: unknown, send: (text: string | null) => unknown): unknown {
    const text = textOf(question);
    if (text === "BEGIN") {
      this.failure = null;
      return this.begin(send);
    }
    // From here on nothing may be asked in its name: the connection goes to somebody else.
    if (this.transaction && (text === "COMMIT" || text === "ROLLBACK")) {
      this.transaction.connection = null;
      this.transaction = null;
    }
    const { opening } = this;
    this.opening = null;
    const sent = send(null);
    if (!(sent instanceof Promise)) return sent;
    const answer = sent.catch((error: unknown) => {
      throw this.firstFailure(error);
    });
    if (opening === null) return answer;
    answer.catch(ignore);
    return opening.then(() => answer);
  }

  /**
   * Of what was asked at once, all that comes after a statement that fails is answered with "the transaction
   * is aborted", and that may arrive first where it is awaited: they all say what it failed at.
   */
  private firstFailure(error: unknown): unknown {
    const isAborted = error instanceof pg.DatabaseError && error.code === inFailedTransaction;
    if (!isAborted || this.failure === null) this.failure = error;
    return this.failure;
  }

  private begin(send: (text: string | null) => unknown): unknown {
    const transaction = openingFor.getStore();
    if (transaction === undefined) return send(null);
    const { merchantId } = transaction;
    // The text is sent as it stands, without parameters: nothing but a UUID may enter it.
    if (!uuid.test(merchantId)) throw new Error("a merchant id is a UUID");
    transaction.connection = this;
    this.transaction = transaction;
    const opening = send(`BEGIN; select set_config('app.merchant_id', '${merchantId}', true)`);
    if (!(opening instanceof Promise)) return opening;
    opening.catch(ignore);
    this.opening = opening;
    return Promise.resolve(begun);
  }
}

/** It is said to whoever waits. */
function ignore(): void {}

function textOf(question: unknown): unknown {
  if (typeof question !== "object" || question === null || !("text" in question)) return question;
  return question.text;
}
