export type Box = { left: number; top: number; width: number; height: number };

type Sized = { at: number; area: number };
type Space = Box & { boxes: Box[] };

/**
 * Boxes in a rectangle whose areas are in proportion to the sizes, each as near to a square as its row
 * allows (after Bruls, Huizing and van Wijk). Sizes stand from the largest down; what is not above 0
 * gets a box without area.
 * @param width of the rectangle; its height is 100
 * @returns one box per size, in percent of the rectangle
 */
export function squarify(sizes: readonly number[], width = 160): Box[] {
  const total = sizes.reduce((sum, size) => sum + Math.max(0, size), 0);
  const boxes: Box[] = sizes.map(() => ({ left: 0, top: 0, width: 0, height: 0 }));
  if (total <= 0) return boxes;
  const scale = (width * 100) / total;
  const space: Space = { left: 0, top: 0, width, height: 100, boxes };
  let row: Sized[] = [];
  sizes.forEach((size, at) => {
    if (size <= 0) return;
    const next = [...row, { at, area: size * scale }];
    const side = Math.min(space.width, space.height);
    if (row.length > 0 && worst(next, side) > worst(row, side)) {
      layRow(row, space);
      row = [{ at, area: size * scale }];
    } else row = next;
  });
  layRow(row, space);
  return boxes.map((box) => ({
    ...box,
    left: (box.left / width) * 100,
    width: (box.width / width) * 100,
  }));
}

/** The longest side ÷ the shortest of a row's least square box. */
function worst(row: readonly Sized[], side: number): number {
  const areas = row.map(({ area }) => area);
  const sum = areas.reduce((all, area) => all + area, 0);
  const ratio = (area: number) => (side * side * area) / (sum * sum);
  return Math.max(...areas.flatMap((area) => [ratio(area), 1 / ratio(area)]));
}

/** Puts a row along the shorter side of what is left, and takes it off. */
function layRow(row: readonly Sized[], space: Space): void {
  const sum = row.reduce((all, { area }) => all + area, 0);
  const isColumn = space.width >= space.height;
  const depth = sum / (isColumn ? space.height : space.width);
  let offset = 0;
  for (const { at, area } of row) {
    const length = area / depth;
    space.boxes[at] = isColumn
      ? { left: space.left, top: space.top + offset, width: depth, height: length }
      : { left: space.left + offset, top: space.top, width: length, height: depth };
    offset += length;
  }
  if (isColumn) {
    space.left += depth;
    space.width -= depth;
  } else {
    space.top += depth;
    space.height -= depth;
  }
}
