import { merchantOfHost } from "@/features/merchants/gate";
import type { MerchantScope } from "@/features/merchants/schema";
import {
  type ResolvedShareCode,
  resolveShareCode,
} from "@/features/sharing/queries/resolve-share-code";
import { isShareCode } from "@/features/sharing/schema";
import { inMerchant } from "@/lib/db/in-merchant";

export type FoundLink = { shop: MerchantScope; link: ResolvedShareCode | null };

/** A revoked link stops working within this time. */
const freshMs = 2_000;
/** How long a known link still leads to its product while the database is away. */
const standInMs = 600_000;
/** The longest that a landing waits for the database to name a link that was not seen before. */
const patienceMs = 900;
/** A link that was seen before can wait less: with its click the page leaves within a second. */
const knownPatienceMs = 300;
const maxLinks = 10_000;

type Entry = { found: FoundLink; seenAtMs: number; askAgainAtMs: number };

/** Which shop and which link a code on a host means; null for a host without a shop. */
export class LinkCache {
  readonly #entries = new Map<string, Entry>();
  readonly #underWay = new Map<string, Promise<FoundLink | null>>();

  constructor(
    readonly nowMs: () => number,
    readonly lookUp: (host: string, code: string) => Promise<FoundLink | null> = lookUpLink,
  ) {}

  /** @throws when the database does not answer in time and the link was not known before */
  async find(host: string, code: string): Promise<FoundLink | null> {
    const key = `${host} ${isShareCode(code) ? code : ""}`;
    const entry = this.#entries.get(key);
    if (entry && this.nowMs() < entry.askAgainAtMs) return entry.found;
    try {
      const limitMs = entry ? knownPatienceMs : patienceMs;
      return await withinPatience(this.#ask(key, host, code), limitMs);
    } catch (error) {
      if (!entry || this.nowMs() - entry.seenAtMs > standInMs) throw error;
      // The next ones need not find out again that nobody answers.
      entry.askAgainAtMs = this.nowMs() + freshMs;
      return entry.found;
    }
  }

  #ask(key: string, host: string, code: string): Promise<FoundLink | null> {
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const answer = this.lookUp(host, code)
      .then((found) => this.#keep(key, found))
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, answer);
    return answer;
  }

  #keep(key: string, found: FoundLink | null): FoundLink | null {
    this.#entries.delete(key);
    // Invented codes are not kept: they would push out those that friends use.
    if (!found?.link) return found;
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size >= maxLinks) this.#entries.delete(oldest);
    const seenAtMs = this.nowMs();
    this.#entries.set(key, { found, seenAtMs, askAgainAtMs: seenAtMs + freshMs });
    return found;
  }
}

async function lookUpLink(host: string, code: string): Promise<FoundLink | null> {
  const shop = await merchantOfHost(host);
  if (!shop) return null;
  const { merchantId } = shop;
  if (!isShareCode(code)) return { shop, link: null };
  const link = await inMerchant(merchantId, (tx) => resolveShareCode(tx, { merchantId, code }));
  return { shop, link };
}

async function withinPatience<T>(answer: Promise<T>, limitMs: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const late = () => reject(new Error("the database did not answer in time"));
  const timer = setTimeout(late, limitMs);
  try {
    return await Promise.race([answer, promise]);
  } finally {
    clearTimeout(timer);
    // Whoever lost the race may still fail; that is not an unhandled failure.
    answer.catch(() => {});
  }
}
