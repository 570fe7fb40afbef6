import fc from "fast-check";
import { expect, test } from "vitest";
import {
  countPeople,
  differenceOf,
  intersectionOf,
  listOrdinals,
  peopleSetOf,
  unionOf,
} from "./people-set";

const groups = fc.array(fc.nat({ max: 5_000 }), { maxLength: 200 });
const sorted = (people: Iterable<number>) => [...new Set(people)].sort((a, b) => a - b);

test("a set holds exactly its people, each once", () => {
  fc.assert(
    fc.property(groups, (people) => {
      const set = peopleSetOf(people);
      expect(listOrdinals(set)).toEqual(sorted(people));
      expect(countPeople(set)).toBe(new Set(people).size);
    }),
  );
});

test("union, intersection and difference are those of the people", () => {
  fc.assert(
    fc.property(groups, groups, groups, (a, b, c) => {
      const [first, second, third] = [peopleSetOf(a), peopleSetOf(b), peopleSetOf(c)];
      expect(listOrdinals(unionOf([first, second, third]))).toEqual(sorted([...a, ...b, ...c]));
      const both = sorted(a).filter((person) => b.includes(person));
      expect(listOrdinals(intersectionOf(first, second))).toEqual(both);
      const only = sorted(a).filter((person) => !b.includes(person));
      expect(listOrdinals(differenceOf(first, second))).toEqual(only);
    }),
  );
});

test("nobody is a set too", () => {
  expect(countPeople(unionOf([]))).toBe(0);
  expect(listOrdinals(peopleSetOf([]))).toEqual([]);
});

test("what is no ordinal throws", () => {
  expect(() => peopleSetOf([-1])).toThrow(RangeError);
  expect(() => peopleSetOf([1.5])).toThrow(RangeError);
});
