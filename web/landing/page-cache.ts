import { gzipSync } from "node:zlib";

export type Page = { status: number; headers: Record<string, string>; body: Buffer };
export type CachedPage = Page & { gzipped: Buffer };

type Entry = { page: CachedPage; fetchedAtMs: number };

type Options = {
  /** Fetches a page from Next. */
  fetchPage: (host: string, path: string) => Promise<Page>;
  nowMs: () => number;
  onTrouble: (error: unknown) => void;
};

/** Older than this, a page is shown once more and fetched behind the reader's back. */
const freshMs = 5_000;
/** Older than this, nobody has asked for it lately: the reader waits for a new one. */
const staleMs = 30_000;
/** How long an old page stands in while Next cannot give a new one. */
const standInMs = 600_000;
const maxPages = 400;

/** The pages that share links lead to, ready to send: one fetch at a time each, compressed once. */
export class PageCache {
  readonly #options: Options;
  readonly #entries = new Map<string, Entry>();
  readonly #underWay = new Map<string, Promise<CachedPage>>();

  constructor(options: Options) {
    this.#options = options;
  }

  /** @throws what fetchPage throws, when there is no page to stand in */
  async get(host: string, path: string): Promise<CachedPage> {
    const key = `${host} ${path}`;
    const entry = this.#entries.get(key);
    if (!entry) return this.#fetch(key, host, path);
    const ageMs = this.#options.nowMs() - entry.fetchedAtMs;
    if (ageMs < freshMs) return entry.page;
    const next = this.#fetch(key, host, path);
    if (ageMs < staleMs) {
      next.catch(this.#options.onTrouble);
      return entry.page;
    }
    return next.catch((error: unknown) => {
      if (ageMs > standInMs) throw error;
      this.#options.onTrouble(error);
      return entry.page;
    });
  }

  #fetch(key: string, host: string, path: string): Promise<CachedPage> {
    const known = this.#underWay.get(key);
    if (known !== undefined) return known;
    const page = this.#options
      .fetchPage(host, path)
      .then((fetched) => this.#keep(key, fetched))
      .finally(() => this.#underWay.delete(key));
    this.#underWay.set(key, page);
    return page;
  }

  #keep(key: string, fetched: Page): CachedPage {
    if (fetched.status >= 500) throw new Error(`page answered ${fetched.status}`);
    const page = { ...fetched, gzipped: gzipSync(fetched.body) };
    // Re-inserting keeps the map in order of use: the first key is the one longest untouched.
    this.#entries.delete(key);
    const [oldest] = this.#entries.keys();
    if (oldest !== undefined && this.#entries.size >= maxPages) this.#entries.delete(oldest);
    this.#entries.set(key, { page, fetchedAtMs: this.#options.nowMs() });
    return page;
  }
}
