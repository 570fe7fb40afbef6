import { blend, finish, type Ink, ink, paint, tilt } from "../studio/color";
import { clouds, noise } from "../studio/noise";
import type { Material, Model } from "../studio/prop";
import { join, len, torus } from "../studio/sdf";

/** Glaze of a dish: colour, colour where it runs thin over an edge, and gloss. */
export interface Glaze {
  color: Ink;
  edge: Ink;
  rough: number;
}

export const IVORY: Glaze = { color: ink("#f3ecdd"), edge: ink("#d8c4a0"), rough: 0.16 };
export const CELADON: Glaze = { color: ink("#bcd0bd"), edge: ink("#a89a78"), rough: 0.12 };
export const INDIGO: Glaze = { color: ink("#42586b"), edge: ink("#8a7660"), rough: 0.2 };
export const CLAY: Glaze = { color: ink("#b5744f"), edge: ink("#8a5236"), rough: 0.5 };
export const PERSIMMON: Glaze = { color: ink("#c8714a"), edge: ink("#7b3d26"), rough: 0.2 };
export const SOOT: Glaze = { color: ink("#3b3a38"), edge: ink("#75604a"), rough: 0.3 };

export function glazed(glaze: Glaze, rimHeight: number): Material {
  return (x, y, z, out) => {
    paint(out, glaze.color, 0.97 + 0.06 * clouds(x * 0.8, y * 0.8, z * 0.8));
    blend(out, glaze.edge, Math.max(0, 1 - Math.abs(y - rimHeight) / 0.16) * 0.85);
    const speck = noise(x * 6, y * 6, z * 6, 41);
    if (speck > 0.86) blend(out, glaze.edge, 0.35);
    const throwing = Math.sin(len(x, z) * 5 + y * 3) * 0.012;
    tilt(out, throwing, 0, throwing);
    finish(out, glaze.rough, 0.05, 0.15);
  };
}

/** Round plate with a raised rim. */
export function plate(radius: number, glaze: Glaze, rim = 1.3): Model {
  const rise = (r: number): number =>
    0.45 + rim * Math.max(0, (r - radius * 0.66) / (radius * 0.34)) ** 2;
  return {
    sdf: (x, y, z) => {
      const r = len(x, z);
      const wall = Math.abs(y - rise(Math.min(r, radius))) - 0.2;
      const disc = r - radius;
      const body = disc > 0 ? len(Math.max(wall, 0), disc) : Math.max(wall, disc);
      const foot = len(Math.max(Math.abs(r - radius * 0.55) - 0.3, 0), Math.max(y - 0.3, -y, 0));
      return 0.72 * Math.min(body - 0.06, foot);
    },
    material: glazed(glaze, 0.45 + rim + 0.2),
    radius: radius + 0.6,
    centerY: 0.6,
  };
}

/** Open bowl: a shell of a ball on a foot ring. `liquid` fills it to two thirds. */
export function bowl(radius: number, height: number, glaze: Glaze, content?: Material): Model {
  const squash = height / radius;
  const level = height * 0.72;
  const shell = (x: number, y: number, z: number): number => {
    const q = len(x, (y - height) / squash, z);
    const wall = Math.abs(q - radius) - 0.22;
    return Math.max(wall, y - height) * Math.min(1, squash) * 0.9;
  };
  const filled = (x: number, y: number, z: number): number =>
    Math.max(len(x, (y - height) / squash, z) - radius, y - level);
  const paintWare = glazed(glaze, height);
  return {
    sdf: (x, y, z) => {
      const foot = torus(x, y - 0.35, z, radius * 0.42, 0.35);
      const ware = join(shell(x, y, z), foot, 0.3);
      return content ? Math.min(ware, filled(x, y, z) * 0.6) : ware;
    },
    material: (x, y, z, out) => {
      if (content && filled(x, y, z) * 0.6 < shell(x, y, z) - 0.02) return content(x, y, z, out);
      paintWare(x, y, z, out);
    },
    radius: Math.max(radius + 0.5, height),
    centerY: height * 0.5,
  };
}

/** Tea or broth in a bowl: clear, mirror-like, darker towards the middle. */
export function liquor(color: string, deep: string, radius: number): Material {
  const [a, b] = [ink(color), ink(deep)];
  return (x, _y, z, out) => {
    paint(out, a);
    blend(out, b, 1 - (len(x, z) / radius) ** 2);
    out.nx = 0;
    out.ny = 1;
    out.nz = 0;
    tilt(out, 0.012 * Math.sin(x * 1.4), 0, 0.012 * Math.sin(z * 1.1));
    finish(out, 0.05, 0.04, 0.3);
  };
}
