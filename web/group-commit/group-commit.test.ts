import { expect, test, vi } from "vitest";
import type { ShareVisit } from "@/features/sharing/schema";
import { GroupCommit } from "@/web/group-commit/group-commit";

let number = 0;
const newVisit = (): ShareVisit => {
  number += 1;
  return {
    clickId: `click-${number}`,
    linkId: "link",
    visitorId: `visitor-${number}`,
    clickedAt: new Date(0),
    inWechat: true,
  };
};

/** A database that can be switched off, and remembers in which batches what was written. */
function fakeDatabase() {
  const batches: string[][] = [];
  const state = { down: false, hangs: false };
  const write = async (visits: readonly ShareVisit[]) => {
    if (state.hangs) await new Promise(() => {});
    if (state.down) throw new Error("down");
    batches.push(visits.map(({ clickId }) => clickId));
  };
  return { batches, state, write, written: () => batches.flat() };
}

const quick = { onTrouble: () => {}, patienceMs: 80, retryMs: 10 };

test("an answer waits until its click is written, and clicks share batches", async () => {
  const database = fakeDatabase();
  const batch = new GroupCommit({ ...quick, write: database.write });
  const visits = Array.from({ length: 100 }, newVisit);
  const outcomes = await Promise.all(
    visits.map(async (visit) => {
      const outcome = await batch.add(visit);
      return [outcome, database.written().includes(visit.clickId)];
    }),
  );
  expect(outcomes).toEqual(visits.map(() => ["recorded", true]));
  expect(database.batches.length).toBeLessThan(4);
});

test("answers of a large batch leave a few at a time, so that others get their turn in between", async () => {
  const database = fakeDatabase();
  const batch = new GroupCommit({ ...quick, patienceMs: 5_000, write: database.write });
  let turn = 0;
  const answered: number[] = [];
  const visits = Array.from({ length: 100 }, newVisit);
  const all = Promise.all(visits.map((visit) => batch.add(visit).then(() => answered.push(turn))));
  let isOver = false;
  void all.then(() => {
    isOver = true;
  });
  while (!isOver) {
    await new Promise((resolve) => setImmediate(resolve));
    turn += 1;
  }
  const perTurn = answered.map((one) => answered.filter((other) => other === one).length);
  expect(database.batches.length).toBeLessThan(4);
  expect(Math.max(...perTurn)).toBeLessThanOrEqual(16);
});

test("while the database is away answers leave at once and every click is written when it is back", async () => {
  const database = fakeDatabase();
  const batch = new GroupCommit({ ...quick, write: database.write });
  database.state.down = true;
  const visits = Array.from({ length: 50 }, newVisit);
  const outcomes = await Promise.all(visits.map((visit) => batch.add(visit)));
  expect(new Set(outcomes)).toEqual(new Set(["kept"]));
  expect(batch.size).toBe(50);
  const late = newVisit();
  expect(await batch.add(late)).toBe("kept");
  database.state.down = false;
  await vi.waitFor(() => expect(batch.size).toBe(0));
  expect(database.written().sort()).toEqual([...visits, late].map((v) => v.clickId).sort());
});

test("a database that does not answer holds a page for the time of patience and no longer", async () => {
  const database = fakeDatabase();
  database.state.hangs = true;
  const batch = new GroupCommit({ ...quick, write: database.write });
  const startedAt = performance.now();
  expect(await batch.add(newVisit())).toBe("kept");
  expect(performance.now() - startedAt).toBeLessThan(400);
});

test("what waits is bounded: beyond it clicks are dropped, and that is told", async () => {
  const database = fakeDatabase();
  database.state.down = true;
  const onTrouble = vi.fn();
  const batch = new GroupCommit({ ...quick, write: database.write, onTrouble, maxQueued: 3 });
  const outcomes = await Promise.all(Array.from({ length: 5 }, () => batch.add(newVisit())));
  expect(outcomes.filter((outcome) => outcome === "dropped")).toHaveLength(2);
  expect(onTrouble).toHaveBeenCalledWith({ event: "queue_full", items: 1 });
});

test("closing writes what waits and says what could not be written", async () => {
  const database = fakeDatabase();
  const batch = new GroupCommit({ ...quick, write: database.write });
  const added = batch.add(newVisit());
  expect(await batch.close(500)).toBe(0);
  expect(await added).toBe("recorded");

  const dead = fakeDatabase();
  dead.state.down = true;
  const lost = new GroupCommit({ ...quick, write: dead.write });
  await lost.add(newVisit());
  expect(await lost.close(50)).toBe(1);
});

test("with two at once a full second batch goes beside a slow first one, a small one waits for its end", async () => {
  const ends: (() => void)[] = [];
  const batches: number[] = [];
  const write = (items: readonly number[]) => {
    batches.push(items.length);
    return new Promise<void>((resolve) => ends.push(resolve));
  };
  const commit = new GroupCommit<number>({
    onTrouble: () => {},
    write,
    atOnce: 2,
    worthwhile: 3,
    patienceMs: 9_000,
  });
  const first = commit.add(1);
  await vi.waitFor(() => expect(batches).toEqual([1]));
  const others = [commit.add(2), commit.add(3)];
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(batches).toEqual([1]);
  others.push(commit.add(4));
  await vi.waitFor(() => expect(batches).toEqual([1, 3]));
  others.push(commit.add(5), commit.add(6), commit.add(7));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(batches).toEqual([1, 3]);
  expect(commit.size).toBe(7);
  for (const end of ends) end();
  await vi.waitFor(() => expect(batches).toEqual([1, 3, 3]));
  ends.at(-1)?.();
  expect(await Promise.all([first, ...others])).toEqual(
    Array.from({ length: 7 }, () => "recorded"),
  );
  expect(commit.size).toBe(0);
});

test("with two at once and a database that fails now and then, every item is written once and none is left", async () => {
  const written: number[] = [];
  let calls = 0;
  const write = async (items: readonly number[]) => {
    calls += 1;
    const isBad = calls % 3 === 0;
    await new Promise((resolve) => setTimeout(resolve, calls % 5));
    if (isBad) throw new Error("down");
    written.push(...items);
  };
  const commit = new GroupCommit<number>({ ...quick, retryMs: 1, write, atOnce: 2, worthwhile: 4 });
  const items = Array.from({ length: 400 }, (_, index) => index);
  for (const item of items) {
    void commit.add(item);
    if (item % 7 === 0) await new Promise((resolve) => setTimeout(resolve, item % 3));
  }
  expect(await commit.close(5_000)).toBe(0);
  expect(written.toSorted((one, other) => one - other)).toEqual(items);
});
