import fc from "fast-check";
import { expect, test } from "vitest";
import { MAX_PARENT_HOPS, wouldBeCircular } from "./would-be-circular";

const parents = new Map([
  ["leaf", "middle"],
  ["middle", "root"],
]);
const parentOf = (id: string) => parents.get(id) ?? null;

test.each([
  ["leaf", "leaf", true],
  ["middle", "leaf", true],
  ["root", "leaf", true],
  ["leaf", "root", false],
  ["stranger", "leaf", false],
  ["root", "stranger", false],
])("putting %s under %s is circular: %s", (childId, newParentId, expected) => {
  expect(wouldBeCircular(parentOf, childId, newParentId)).toBe(expected);
});

test("a circle that exists already is refused after a bounded number of steps", () => {
  let steps = 0;
  const endless = (id: string) => {
    steps += 1;
    return id === "a" ? "b" : "a";
  };
  expect(wouldBeCircular(endless, "c", "a")).toBe(true);
  expect(steps).toBeLessThanOrEqual(MAX_PARENT_HOPS);
});

test("a tree grown only by permitted moves never contains a circle", () => {
  const moves = fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { maxLength: 60 });
  fc.assert(
    fc.property(moves, (pairs) => {
      const tree = new Map<string, string>();
      const above = (id: string) => tree.get(id) ?? null;
      for (const [child, parent] of pairs) {
        if (!wouldBeCircular(above, `${child}`, `${parent}`)) tree.set(`${child}`, `${parent}`);
      }
      for (const start of tree.keys()) {
        let id: string | null = start;
        for (let hop = 0; hop < 10 && id !== null; hop += 1) id = above(id);
        expect(id).toBeNull();
      }
    }),
  );
});
