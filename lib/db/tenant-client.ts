import { AsyncLocalStorage } from "node:async_hooks";
import pg from "pg";

const globalStore = globalThis as { renheOpeningFor?: AsyncLocalStorage<string> };
globalStore.renheOpeningFor ??= new AsyncLocalStorage();

/**
 * The merchant whose transaction is being opened. Set by inMerchant alone. One per process, like the
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
  constructor(config?: pg.ClientConfig) {
    super(config);
    this.query = new Proxy(this.query, {
      apply: (send, client, [question, ...rest]) =>
        Reflect.apply(send, client, [opening(question) ?? question, ...rest]),
    });
  }
}

function opening(question: unknown): string | null {
  const merchantId = openingFor.getStore();
  if (merchantId === undefined || !isBegin(question)) return null;
  // The text is sent as it stands, without parameters: nothing but a UUID may enter it.
  if (!uuid.test(merchantId)) throw new Error("a merchant id is a UUID");
  return `BEGIN; select set_config('app.merchant_id', '${merchantId}', true)`;
}

function isBegin(question: unknown): boolean {
  return (
    typeof question === "object" &&
    question !== null &&
    "text" in question &&
    question.text === "BEGIN"
  );
}
