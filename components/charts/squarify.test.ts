import fc from "fast-check";
import { expect, test } from "vitest";
import { squarify } from "@/components/charts/squarify";

const descending = fc
  .array(fc.integer({ min: 1, max: 1_000_000 }), { minLength: 1, maxLength: 60 })
  .map((sizes) => sizes.toSorted((a, b) => b - a));

test("areas are in proportion to the sizes, inside the rectangle and all of it", () => {
  fc.assert(
    fc.property(descending, (sizes) => {
      const total = sizes.reduce((sum, size) => sum + size, 0);
      squarify(sizes).forEach((box, at) => {
        expect((box.width * box.height) / 10_000).toBeCloseTo((sizes[at] ?? 0) / total, 9);
        expect(box.left).toBeGreaterThanOrEqual(0);
        expect(box.left + box.width).toBeLessThanOrEqual(100 + 1e-6);
        expect(box.top + box.height).toBeLessThanOrEqual(100 + 1e-6);
      });
    }),
  );
});

test("no two boxes lie over each other", () => {
  fc.assert(
    fc.property(descending, (sizes) => {
      const boxes = squarify(sizes);
      const overlap = boxes.some((a, i) =>
        boxes
          .slice(i + 1)
          .some(
            (b) =>
              Math.min(a.left + a.width, b.left + b.width) - Math.max(a.left, b.left) > 1e-6 &&
              Math.min(a.top + a.height, b.top + b.height) - Math.max(a.top, b.top) > 1e-6,
          ),
      );
      expect(overlap).toBe(false);
    }),
  );
});

test("nothing to show makes boxes without area, and no size makes no box", () => {
  expect(squarify([])).toEqual([]);
  expect(squarify([0, 0]).map(({ width }) => width)).toEqual([0, 0]);
});
