import { blend, finish, ink, paint, tilt } from "../studio/color";
import { found, type Grain, layGrains } from "../studio/grain";
import { clouds, hash, noise } from "../studio/noise";
import type { Model } from "../studio/prop";
import { box, ellipsoid, len } from "../studio/sdf";

/** Egg lying along x. `cut` shows white and yolk towards +z (turn it up with pitch). */
export function duckEgg(cut = false, seed = 1): Model {
  const [shell, freckle] = [ink("#cbdcd6"), ink("#9fb8b4")];
  const [white, deep, rim] = [ink("#f7f3ea"), ink("#df6a1c"), ink("#f4a63a")];
  const body = (x: number, y: number, z: number): number =>
    ellipsoid(x - 0.12 * y * 0, y, z, 3.3 + 0.15 * x, 2.4, 2.4);
  return {
    sdf: (x, y, z) => 0.9 * Math.max(body(x, y, z), cut ? z - 0.1 : -9),
    material: (x, y, z, out) => {
      if (!cut || z < 0.04) {
        paint(out, shell);
        blend(out, freckle, 1.6 * (clouds(x * 0.9, y * 0.9, z * 0.9 + seed) - 0.4));
        const dot = noise(x * 7, y * 7, z * 7, seed);
        if (dot > 0.83) blend(out, freckle, 0.5);
        return finish(out, 0.48, 0.04, 0.4);
      }
      const r = len((x - 0.25) / 1.75, y / 1.5);
      paint(out, white);
      if (body(x, y, z) > -0.12) blend(out, shell, 0.8);
      finish(out, 0.25, 0.045, 0.8);
      if (r > 1) return blend(out, rim, Math.max(0, 1 - (r - 1) / 0.16) * 0.6);
      const crumb = noise(x * 6, y * 6, 3, seed);
      paint(out, deep);
      blend(out, rim, 0.85 * r * r * r + 0.5 * (crumb - 0.5));
      tilt(out, (crumb - 0.5) * 0.6, (noise(y * 6, x * 6, 1) - 0.5) * 0.6, 0);
      finish(out, 0.24, 0.06, 0.6);
    },
    radius: 3.7,
    centerY: 0,
  };
}

/** Moulded square cake with a flower in relief (绿豆糕, 定胜糕). */
export function mouldedCake(color: string, shadow: string): Model {
  const [a, b] = [ink(color), ink(shadow)];
  const flower = (x: number, z: number): number => {
    const r = len(x, z);
    const petal = 1.15 + 0.3 * Math.cos(Math.atan2(x, z) * 8);
    const inner = 0.6 + 0.12 * Math.cos(Math.atan2(x, z) * 8 + 3.14);
    const line = Math.min(Math.abs(r - petal), Math.abs(r - inner), Math.abs(r - 0.2));
    const frame = Math.abs(Math.max(Math.abs(x), Math.abs(z)) - 1.72);
    return Math.max(0, 1 - Math.min(line, frame) / 0.12);
  };
  return {
    sdf: (x, y, z) =>
      0.8 * (box(x, y - 1, z, 2.1, 1, 2.1, 0.22) + (y > 1.6 ? 0.13 * flower(x, z) : 0)),
    material: (x, y, z, out) => {
      const crumb = noise(x * 10, y * 10, z * 10, 4);
      paint(out, a);
      blend(out, b, 0.3 * (crumb - 0.3) + 0.35 * clouds(x, y, z));
      if (y > 1.7) blend(out, b, 0.45 * flower(x, z));
      tilt(out, (crumb - 0.5) * 0.3, 0, (noise(z * 10, x * 10, y * 10) - 0.5) * 0.3);
      finish(out, 0.75, 0.03, 0.5);
    },
    radius: 3.3,
    centerY: 1,
  };
}

/** Round glutinous ball (青团), cut open to its paste when asked. */
export function riceBall(color: string, deep: string, heart: string | null): Model {
  const [a, b, c] = [ink(color), ink(deep), ink(heart ?? color)];
  const body = (x: number, y: number, z: number): number => ellipsoid(x, y - 1.9, z, 2.5, 2.0, 2.5);
  return {
    sdf: (x, y, z) => 0.9 * Math.max(body(x, y, z), -y, heart ? z * 0.9 - y * 0.25 - 0.1 : -9),
    material: (x, y, z, out) => {
      const cut = heart !== null && z * 0.9 - y * 0.25 - 0.1 > -0.05;
      const inner = len(x / 1.65, (y - 1.8) / 1.25, z / 1.6);
      const speck = noise(x * 8, y * 8, z * 8, 12);
      paint(out, a);
      blend(out, b, 0.5 * clouds(x * 1.5, y * 1.5, z * 1.5) + (speck > 0.78 ? 0.35 : 0));
      finish(out, 0.34, 0.045, 0.6);
      if (!cut || inner > 1) return;
      paint(out, c, 0.85 + 0.3 * noise(x * 9, y * 9, z * 9));
      finish(out, 0.5, 0.04, 0.4);
    },
    radius: 3.3,
    centerY: 1.9,
  };
}

const OSMANTHUS: Grain = { cell: 0.36, half: 0.08, radius: 0.12, flat: 1, seed: 5 };

/** Layered soft cake cut in diamonds, osmanthus on top (桂花糕). */
export function layeredCake(): Model {
  const [milk, amber, petal] = [ink("#f6ecd6"), ink("#dfa94f"), ink("#e39a1f")];
  return {
    sdf: (x, y, z) => {
      const u = Math.abs(x * 0.5 + z * 0.866) - 1.7;
      const v = Math.abs(x * 0.5 - z * 0.866) - 1.7;
      const side = Math.max(u, v);
      const top = Math.abs(y - 1.3) - 1.3;
      return (
        0.9 *
        (len(Math.max(side + 0.2, 0), Math.max(top + 0.2, 0)) +
          Math.min(Math.max(side, top) + 0.2, 0) -
          0.2)
      );
    },
    material: (x, y, z, out) => {
      const layer = Math.floor(y / 0.54);
      paint(out, layer % 2 === 0 ? milk : amber);
      const seam = Math.abs(y / 0.54 - Math.round(y / 0.54));
      if (seam < 0.06) blend(out, amber, 0.4);
      finish(out, 0.2, 0.05, 0.85);
      if (y < 2.55) return;
      const smooth = { nx: out.nx, ny: out.ny, nz: out.nz };
      layGrains(x, y, z, out, OSMANTHUS, 0.8);
      if (found.height > 0 && found.mark < 0.75) paint(out, petal, 0.8 + 0.5 * found.other);
      else Object.assign(out, smooth);
    },
    radius: 3.9,
    centerY: 1.3,
  };
}

/** A bean, date, nut or pea: a small ellipsoid with a wrinkled or smooth skin. */
export function kernel(
  size: readonly [number, number, number],
  color: string,
  deep: string,
  wrinkle = 0,
  seed = 1,
): Model {
  const [a, b] = [ink(color), ink(deep)];
  const crease = (x: number, y: number, z: number): number =>
    wrinkle * Math.abs(noise(x * 2.2, y * 5, z * 5, seed) - 0.5);
  return {
    sdf: (x, y, z) =>
      0.85 * (ellipsoid(x, y - size[1], z, size[0], size[1], size[2]) + crease(x, y, z)),
    material: (x, y, z, out) => {
      paint(out, a, 0.85 + 0.3 * hash(seed, 4, 4));
      blend(out, b, wrinkle > 0 ? crease(x, y, z) * 3 : 0.7 * clouds(x * 2, y * 2, z * 2 + seed));
      finish(out, 0.3, 0.05, 0.4);
    },
    radius: Math.max(...size) + wrinkle + 0.1,
    centerY: size[1],
  };
}
