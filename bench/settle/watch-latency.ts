import { Agent, get } from "node:http";
import { setTimeout as pause } from "node:timers/promises";

/** Visitors a second: a busy shop, far below what it can take (see the landing measurement). */
const perSecond = 100;

export type Latency = { requests: number; failed: number; p50Ms: number; p99Ms: number };

/**
 * Opens the address at a steady rate until `until` has come and at least `atLeastMs` have passed.
 * Each answer is measured from when its request was due, so that a pause of the server counts for
 * everybody who came during it.
 */
export async function watchLatency(
  url: string,
  until: Promise<unknown>,
  atLeastMs: number,
): Promise<Latency> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 });
  const answers: Promise<number | null>[] = [];
  let isOver = false;
  void until.then(
    () => {
      isOver = true;
    },
    () => {
      isOver = true;
    },
  );
  const begin = performance.now();
  for (let dueAt = begin; !isOver || dueAt - begin < atLeastMs; dueAt += 1_000 / perSecond) {
    const waitMs = dueAt - performance.now();
    if (waitMs > 0) await pause(waitMs);
    answers.push(open(url, agent, dueAt));
  }
  const all = await Promise.all(answers);
  agent.destroy();
  const times = all.filter((ms) => ms !== null).sort((one, other) => one - other);
  const rank = (share: number) =>
    Number((times[Math.ceil(times.length * share) - 1] ?? Number.NaN).toPrecision(3));
  const failed = all.length - times.length;
  return { requests: all.length, failed, p50Ms: rank(0.5), p99Ms: rank(0.99) };
}

/** @returns milliseconds from `dueAt` to the whole answer, null when it was no page */
function open(url: string, agent: Agent, dueAt: number): Promise<number | null> {
  return new Promise((resolve) => {
    const request = get(url, { agent, headers: { accept: "text/html" } }, (response) => {
      response.resume();
      response.on("end", () =>
        resolve(response.statusCode === 200 ? performance.now() - dueAt : null),
      );
      response.on("error", () => resolve(null));
    });
    request.on("error", () => resolve(null));
  });
}
