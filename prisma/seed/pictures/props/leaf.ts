import { blend, finish, type Ink, ink, paint, tilt } from "../studio/color";
import { clouds, hash, noise } from "../studio/noise";
import type { Model, Shade } from "../studio/prop";
import { almond, len } from "../studio/sdf";

/** Greens of a boiled indocalamus leaf, from fresh to well cooked. */
export interface LeafInk {
  base: Ink;
  deep: Ink;
  vein: Ink;
}

export const FRESH: LeafInk = { base: ink("#62803a"), deep: ink("#38551f"), vein: ink("#96a85f") };
export const COOKED: LeafInk = { base: ink("#7d8440"), deep: ink("#4c5423"), vein: ink("#a9a764") };

/** Paints parallel veins. `across` runs over the veins in cm, `along` follows them. */
export function paintLeaf(
  out: Shade,
  leaf: LeafInk,
  across: number,
  along: number,
  seed: number,
): number {
  const fine = Math.sin(across * 26 + noise(along * 0.5, across, seed) * 1.5);
  const coarse = Math.sin(across * 6.5 + seed);
  const patch = clouds(across * 0.5, along * 0.22, seed, 3, 9);
  paint(out, leaf.base);
  blend(out, leaf.deep, 0.15 + 1.5 * (patch - 0.38));
  blend(out, leaf.vein, 0.16 * Math.max(0, fine) + 0.22 * Math.max(0, coarse) ** 6);
  const fleck = noise(across * 5, along * 1.2, seed, 31);
  if (fleck > 0.8) blend(out, leaf.deep, (fleck - 0.8) * 2.2);
  finish(out, 0.42 + 0.14 * patch, 0.045, 0.35);
  return fine * 0.07 + coarse * 0.04;
}

export interface LeafShape {
  half?: number;
  width?: number;
  /** Centimetres the tips rise above the middle. */
  curl?: number;
  ink?: LeafInk;
  seed?: number;
}

/** A single leaf lying along x, middle at the origin. */
export function looseLeaf(shape: LeafShape = {}): Model {
  const { half = 13, width = 2.6, curl = 1.2, ink: color = FRESH, seed = 1 } = shape;
  const phase = hash(seed, 3, 5) * 6;
  const rise = (x: number, z: number): number =>
    curl * (x / half) ** 2 + 0.12 * Math.sin(x * 0.7 + phase) + 0.1 * (z / width) ** 2 * width;
  return {
    sdf: (x, y, z) => {
      const flat = almond(x, z + 0.25 * Math.sin(x * 0.16 + phase), half, width);
      const off = Math.abs(y - 0.12 - rise(x, z)) - 0.03;
      return 0.72 * (flat > 0 ? len(flat, Math.max(off, 0)) : Math.max(flat, off));
    },
    material: (x, _y, z, out) => {
      const sway = z + 0.25 * Math.sin(x * 0.16 + phase);
      const slope = paintLeaf(out, color, sway, x, seed);
      const rib = Math.max(0, 1 - Math.abs(sway) / 0.14);
      blend(out, color.vein, rib * 0.75);
      tilt(out, 0, 0, slope + (rib > 0 ? Math.sign(sway) * rib * 0.3 : 0));
    },
    radius: half + 0.6,
    centerY: curl / 2,
  };
}
