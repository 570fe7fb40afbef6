import type { Camera } from "../studio/stage";

export const SQUARE = [1200, 1200] as const;
export const WIDE = [1500, 800] as const;

/** Camera for a product: `width` centimetres across, looking down at `height` degrees. */
export function lookAt(
  width: number,
  target: readonly [number, number, number] = [0, 1.6, 0],
  height = 40,
  around = 0,
): Camera {
  return { target, width, height, around, distance: width * 2.9 };
}
