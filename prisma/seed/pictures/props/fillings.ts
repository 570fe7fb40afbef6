import { blend, finish, type Ink, ink, paint, ramp, tilt } from "../studio/color";
import { clouds, noise } from "../studio/noise";
import type { Sdf, Shade } from "../studio/prop";
import { ellipsoid, len } from "../studio/sdf";
import type { Filling } from "./zongzi";

type Spot = readonly [number, number, number];

function lump(at: Spot, size: Spot, rough: number, seed: number): Sdf {
  return (x, y, z) => {
    const [px, py, pz] = [x - at[0], y - at[1], z - at[2]];
    const wobble = rough * (noise(px * 1.3 + seed, py * 1.3, pz * 1.3, seed) - 0.5);
    return ellipsoid(px, py, pz, size[0], size[1], size[2]) + wobble;
  };
}

/** Braised pork: lean fibres and bands of clear fat. */
export function pork(at: Spot, size: Spot, seed = 1): Filling {
  const [lean, dark, fat] = [ink("#9a6b4e"), ink("#67432f"), ink("#e3c598")];
  const body = lump(at, size, 0.5, seed);
  return {
    sdf: body,
    paint: (x, y, z, out) => {
      const bend = clouds(x * 0.7, y * 0.7, z * 0.7, 3, seed);
      const band = Math.sin((y + x * 0.35 + bend * 2.6) * 3.4 + seed);
      const fibre = noise(x * 2.2, y * 11, z * 3, seed);
      paint(out, lean);
      blend(out, dark, 0.75 * fibre);
      blend(out, fat, 0.85 * ramp(0.78, 1.02, band + 0.3 * (fibre - 0.5)));
      blend(out, dark, 0.7 * ramp(-0.35, 0, body(x, y, z)));
      blend(out, dark, 0.5 * ramp(0.55, 0.8, noise(x * 1.7, y * 1.7, z * 1.7, seed + 5)));
      tilt(out, (noise(x * 3, y * 5, z * 3, seed + 8) - 0.5) * 0.7, (fibre - 0.5) * 0.6, 0);
      finish(out, 0.28, 0.05, 0.5);
    },
  };
}

/** Salted duck egg yolk: grainy, oily, deep orange at the heart. */
export function yolk(at: Spot, radius: number): Filling {
  const [shell, heart] = [ink("#ef9a2c"), ink("#d9641a")];
  return {
    sdf: lump(at, [radius, radius, radius], 0.12, 3),
    paint: (x, y, z, out) => {
      const depth = len(x - at[0], y - at[1], z - at[2]) / radius;
      const crumb = noise(x * 7, y * 7, z * 7, 5);
      paint(out, heart);
      blend(out, shell, depth * depth * 0.9 + 0.35 * (crumb - 0.4));
      tilt(out, (crumb - 0.5) * 0.5, (noise(x * 7, y * 7, z * 7, 9) - 0.5) * 0.5, 0);
      finish(out, 0.3, 0.05, 0.7);
    },
  };
}

/** Smooth paste: red bean, taro, lotus. */
export function paste(at: Spot, size: Spot, color: string, shadow: string): Filling {
  const [a, b] = [ink(color), ink(shadow)];
  return {
    sdf: lump(at, size, 0.28, 6),
    paint: (x, y, z, out) => {
      const grit = noise(x * 9, y * 9, z * 9, 3);
      paint(out, a);
      blend(out, b, 0.6 * clouds(x * 1.4, y * 1.4, z * 1.4) + 0.35 * (grit - 0.5));
      tilt(out, (grit - 0.5) * 0.3, (noise(y * 8, z * 8, x * 8) - 0.5) * 0.3, 0);
      finish(out, 0.42, 0.045, 0.5);
    },
  };
}

/** One solid piece of a single colour: chestnut, ham, date, bean. */
export function piece(at: Spot, size: Spot, color: string, edge: string, seed = 2): Filling {
  const [a, b]: [Ink, Ink] = [ink(color), ink(edge)];
  const sdf = lump(at, size, 0.2, seed);
  return {
    sdf,
    paint: (x, y, z, out: Shade) => {
      paint(out, a);
      blend(out, b, 0.9 * Math.max(0, 1 + sdf(x, y, z) / 0.22));
      blend(out, b, 0.5 * (clouds(x * 2.4, y * 2.4, z * 2.4, 3, seed) - 0.35));
      finish(out, 0.33, 0.05, 0.55);
    },
  };
}
