/** Somebody who listens: what is asked for them, and what is done with each answer. */
type Listener<Member, Answer> = {
  member: Member;
  onAnswer: (answer: Answer) => void;
  onEnd: () => void;
};

type Parts<Member, Answer> = {
  /** Asks once for everybody who listens to a key. */
  read: (key: string, members: readonly Member[]) => Promise<Answer>;
  /** Waits between two questions. */
  pause: () => Promise<void>;
  /** More than so many listen to no key. */
  mostListeners: number;
  onTrouble: (error: unknown) => void;
};

/**
 * One question, asked again and again, for all who want the same answer: the database is asked as often
 * with a hundred browsers as with one, and not at all with none. A question that fails is asked again.
 */
export class SharedPoll<Member, Answer> {
  readonly #parts: Parts<Member, Answer>;
  readonly #listeners = new Map<string, Set<Listener<Member, Answer>>>();

  constructor(parts: Parts<Member, Answer>) {
    this.#parts = parts;
  }

  /** @returns what ends the listening, or null where too many listen already */
  listen(
    key: string,
    member: Member,
    told: { onAnswer: (answer: Answer) => void; onEnd: () => void },
  ): (() => void) | null {
    const known = this.#listeners.get(key);
    const all = known ?? new Set<Listener<Member, Answer>>();
    if (all.size >= this.#parts.mostListeners) return null;
    const listener = { member, ...told };
    all.add(listener);
    if (!known) {
      this.#listeners.set(key, all);
      void this.#run(key, all);
    }
    return () => void all.delete(listener);
  }

  /** Tells everybody that nothing more comes: the process ends. */
  end(): void {
    for (const all of this.#listeners.values()) {
      for (const { onEnd } of [...all]) onEnd();
      all.clear();
    }
  }

  async #run(key: string, all: Set<Listener<Member, Answer>>): Promise<void> {
    while (all.size > 0) {
      await this.#ask(key, all);
      if (all.size > 0) await this.#parts.pause();
    }
    this.#listeners.delete(key);
  }

  async #ask(key: string, all: Set<Listener<Member, Answer>>): Promise<void> {
    const asked = [...all];
    try {
      const answer = await this.#parts.read(
        key,
        asked.map(({ member }) => member),
      );
      for (const listener of asked) if (all.has(listener)) listener.onAnswer(answer);
    } catch (error) {
      this.#parts.onTrouble(error);
    }
  }
}
