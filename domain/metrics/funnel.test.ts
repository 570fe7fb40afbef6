import fc from "fast-check";
import { expect, test } from "vitest";
import { countFunnel } from "./funnel";
import { peopleSetOf } from "./people-set";

test("who skipped a step is not counted at the ones after it", () => {
  const rows = countFunnel([
    { name: "visitor", people: peopleSetOf([1, 2, 3, 40]) },
    { name: "product", people: peopleSetOf([1, 2, 40, 99]) },
    { name: "cart", people: peopleSetOf([2, 99]) },
    { name: "paid", people: peopleSetOf([1, 2, 40, 99]) },
  ]);
  expect(rows).toEqual([
    { name: "visitor", people: 4, ofPreviousBps: null, ofFirstBps: 10_000 },
    { name: "product", people: 3, ofPreviousBps: 7_500, ofFirstBps: 7_500 },
    { name: "cart", people: 1, ofPreviousBps: 3_333, ofFirstBps: 2_500 },
    { name: "paid", people: 1, ofPreviousBps: 10_000, ofFirstBps: 2_500 },
  ]);
});

test("an empty shop has a funnel of nobody, with rates undefined", () => {
  const nobody = peopleSetOf([]);
  expect(
    countFunnel([
      { name: "visitor", people: nobody },
      { name: "paid", people: nobody },
    ]),
  ).toEqual([
    { name: "visitor", people: 0, ofPreviousBps: null, ofFirstBps: null },
    { name: "paid", people: 0, ofPreviousBps: null, ofFirstBps: null },
  ]);
  expect(countFunnel([])).toEqual([]);
});

test("a funnel only gets narrower, and each step counts exactly who did all up to it", () => {
  const people = fc.uniqueArray(fc.nat(70), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(people, { minLength: 1, maxLength: 6 }), (lists) => {
      const rows = countFunnel(
        lists.map((list, at) => ({ name: `${at}`, people: peopleSetOf(list) })),
      );
      rows.forEach((row, at) => {
        const did = (lists[0] ?? []).filter((person) =>
          lists.slice(0, at + 1).every((list) => list.includes(person)),
        );
        expect(row.people).toBe(did.length);
        expect(row.people).toBeLessThanOrEqual(rows[at - 1]?.people ?? row.people);
        expect(row.ofFirstBps ?? 0).toBeLessThanOrEqual(10_000);
      });
    }),
  );
});
