import { blend, emboss, finish, ink, paint, tilt } from "../studio/color";
import { clouds, hash, noise } from "../studio/noise";
import type { Material } from "../studio/prop";

/** Linen: two crossing threads with slubs. */
export function linenTable(light: string, dark: string): Material {
  const [a, b] = [ink(light), ink(dark)];
  return (x, _y, z, out) => {
    const slub = noise(x * 0.7, 0, z * 9, 3) + noise(x * 9, 0, z * 0.7, 4);
    const weave = Math.sin(x * 21) * Math.sin(z * 21);
    paint(out, a);
    blend(out, b, 0.16 + 0.32 * (slub - 0.8) + 0.1 * weave + 0.3 * (clouds(x / 9, 1, z / 9) - 0.5));
    tilt(out, Math.cos(x * 21) * 0.05, 0, Math.cos(z * 21) * 0.05);
    const fold = noise(x / 7, 0, z / 19, 8) - noise(x / 7 + 0.06, 0, z / 19, 8);
    tilt(out, fold * 1.4, 0, 0);
    finish(out, 1, 0, 0.3);
  };
}

/** Planks along x with grain and narrow joints. */
export function woodTable(light: string, dark: string, plank = 13): Material {
  const [a, b] = [ink(light), ink(dark)];
  return (x, _y, z, out) => {
    const row = Math.floor(z / plank);
    const shift = hash(row, 5, 9) * 90;
    const warp = (clouds((x + shift) / 26, row, z / 7, 3) - 0.5) * 5;
    const rings = noise((x + shift) / 24, row * 3, (z + warp) * 1.7, 2);
    const fibre = noise((x + shift) / 2.4, row, z * 9, 7);
    paint(out, a);
    blend(out, b, 0.1 + 0.55 * rings * rings + 0.2 * fibre + 0.16 * (hash(row, 1, 1) - 0.5));
    const joint = Math.abs(z / plank - Math.round(z / plank)) * plank;
    if (joint < 0.1) paint(out, b, 0.35);
    tilt(out, 0, 0, (fibre - 0.5) * 0.1);
    finish(out, 0.62 - 0.12 * rings, 0.03, 0);
  };
}

/** Lime plaster or stone: clouds and a few pores. */
export function stoneTable(light: string, dark: string, gloss = 0.02): Material {
  const [a, b] = [ink(light), ink(dark)];
  const relief = (x: number, _y: number, z: number): number => clouds(x * 0.9, 4, z * 0.9, 4, 6);
  return (x, y, z, out) => {
    paint(out, a);
    blend(out, b, 1.3 * (clouds(x / 12, 0, z / 12, 5) - 0.35));
    const pore = noise(x * 2.1, 9, z * 2.1, 12);
    if (pore > 0.86) blend(out, b, (pore - 0.86) * 2.6);
    emboss(out, relief, x, y, z, 0.05);
    finish(out, 0.7, gloss, 0.1);
  };
}

/** Plain paper sweep with a breath of fibre. */
export function paperTable(color: string): Material {
  const a = ink(color);
  return (x, _y, z, out) => {
    paint(out, a, 0.97 + 0.06 * noise(x * 3, 0, z * 3) + 0.05 * (clouds(x / 14, 0, z / 14) - 0.5));
    finish(out, 1, 0, 0.3);
  };
}

/** Split bamboo mat: slats along x bound by threads. */
export function matTable(light: string, dark: string): Material {
  const [a, b] = [ink(light), ink(dark)];
  return (x, _y, z, out) => {
    const slat = Math.floor(z / 0.62);
    const across = z / 0.62 - slat - 0.5;
    paint(out, a);
    blend(out, b, 0.35 * hash(slat, 2, 3) + 0.3 * noise((x + slat * 31) / 5, slat, 0));
    tilt(out, 0, 0, across * 1.1);
    if (Math.abs(across) > 0.44) paint(out, b, 0.4);
    const thread = Math.abs(x / 11 - Math.round(x / 11)) * 11;
    if (thread < 0.16) {
      paint(out, b, 0.8);
      tilt(out, 0, 0, Math.sin(z * 20) * 0.3);
    }
    finish(out, 0.5, 0.04, 0);
  };
}
