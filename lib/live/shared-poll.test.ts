import { expect, test } from "vitest";
import { SharedPoll } from "@/lib/live/shared-poll";

/** A poll whose questions are answered by hand, one `next` after the other. */
function pollByHand(mostListeners = 10) {
  const asked: [string, readonly string[]][] = [];
  const troubles: unknown[] = [];
  let failing = false;
  let go = (): void => undefined;
  const poll = new SharedPoll<string, number>({
    read: async (key, members) => {
      asked.push([key, members]);
      if (failing) throw new Error("no database");
      return asked.length;
    },
    pause: () =>
      new Promise((resolve) => {
        go = resolve;
      }),
    mostListeners,
    onTrouble: (error) => troubles.push(error),
  });
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  return {
    poll,
    asked,
    troubles,
    fail: (does: boolean) => {
      failing = does;
    },
    next: async () => {
      go();
      await settle();
    },
    settle,
  };
}

const quiet = { onAnswer: () => undefined, onEnd: () => undefined };

test("three who listen to one shop are one question, and all three get its answer", async () => {
  const { poll, asked, next, settle } = pollByHand();
  const got: string[] = [];
  for (const name of ["a", "b", "c"]) {
    poll.listen("shop", name, { ...quiet, onAnswer: (answer) => got.push(`${name}${answer}`) });
  }
  await settle();
  await next();
  expect(asked.at(-1)).toEqual(["shop", ["a", "b", "c"]]);
  expect(asked.length).toBe(2);
  expect(got.filter((one) => one.endsWith("2"))).toEqual(["a2", "b2", "c2"]);
});

test("whoever leaves is told nothing more, and with the last one the questions end", async () => {
  const { poll, asked, next, settle } = pollByHand();
  const got: number[] = [];
  const leave = poll.listen("shop", "a", { ...quiet, onAnswer: (answer) => got.push(answer) });
  await settle();
  leave?.();
  await next();
  await next();
  expect([asked.length, got]).toEqual([1, [1]]);
  poll.listen("shop", "b", quiet);
  await settle();
  expect(asked.at(-1)).toEqual(["shop", ["b"]]);
});

test("a question that fails is reported and asked again", async () => {
  const { poll, troubles, fail, next, settle } = pollByHand();
  const got: number[] = [];
  fail(true);
  poll.listen("shop", "a", { ...quiet, onAnswer: (answer) => got.push(answer) });
  await settle();
  fail(false);
  await next();
  expect([troubles.length, got]).toEqual([1, [2]]);
});

test("more than the limit do not listen, and the end is told to everybody once", async () => {
  const { poll } = pollByHand(2);
  let ended = 0;
  const told = {
    ...quiet,
    onEnd: () => {
      ended += 1;
    },
  };
  expect([poll.listen("shop", "a", told), poll.listen("shop", "b", told)]).not.toContain(null);
  expect(poll.listen("shop", "c", told)).toBeNull();
  poll.end();
  poll.end();
  expect(ended).toBe(2);
});
