import { blend, finish, type Ink, ink, paint, tilt } from "../studio/color";
import { hash, noise } from "../studio/noise";
import type { Model, Sdf, Shade } from "../studio/prop";
import { COOKED, type LeafInk, paintLeaf } from "./leaf";
import { paintRice, type RiceLook } from "./rice";
import type { Body } from "./zongzi-body";

export const TWINE: Ink = ink("#efe4c8");
export const RED_TWINE: Ink = ink("#b8332c");

const TUBE = 0.135;

export interface Wrapped {
  body: Body;
  leaf?: LeafInk;
  twine?: Ink;
  seed?: number;
}

/** Distance to the twine: a tube around the line where a plane cuts the body. */
function twineDistance(body: Body, base: number, x: number, y: number, z: number): number {
  let nearest = 1e6;
  for (const [nx, ny, nz, offset] of body.loops) {
    const aside = x * nx + y * ny + z * nz - offset + 0.06 * Math.sin(y * 1.7 + z);
    const tube = Math.sqrt((base - 0.03) ** 2 + aside * aside) - TUBE;
    if (tube < nearest) nearest = tube;
  }
  return nearest;
}

function paintTwine(out: Shade, color: Ink, x: number, y: number, z: number): void {
  const twist = Math.sin((x * 2.2 + y * 2.6 + z * 2.4) * 7);
  paint(out, color, 0.9 + 0.1 * twist);
  tilt(out, twist * 0.16, twist * 0.1, 0);
  finish(out, 0.9, 0.02, 0.5);
}

/** A dumpling in its leaves, tied. */
export function wrappedZongzi(look: Wrapped): Model {
  const { body, leaf = COOKED, twine = TWINE, seed = 1 } = look;
  const [va, vb] = body.veins;
  const cover = (hash(seed, 8, 2) - 0.5) * 0.8;
  /** Second leaf laid over the first beyond a slanting edge. */
  const over = (x: number, y: number, z: number): number =>
    x * 0.55 + z * 0.62 - (y - 2) * 0.42 + cover + 0.12 * Math.sin(y * 2 + seed);
  const skin: Sdf = (x, y, z) => body.sdf(x, y, z) - (over(x, y, z) > 0 ? 0.045 : 0);
  return {
    sdf: (x, y, z) => {
      const base = skin(x, y, z);
      return base > 0.6 ? base - 0.2 : Math.min(base, twineDistance(body, base, x, y, z));
    },
    material: (x, y, z, out) => {
      const base = skin(x, y, z);
      if (twineDistance(body, base, x, y, z) < base - 0.004) return paintTwine(out, twine, x, y, z);
      const edge = over(x, y, z);
      const vein = edge > 0 ? va : vb;
      const [vx = 0, vy = 1, vz = 0] = vein;
      const across = x * vx + y * vy + z * vz;
      const strip = Math.floor(across / 2.3 + seed * 0.37);
      const slope = paintLeaf(out, leaf, across, x * vy - y * vx + z, seed * 5 + strip);
      const lip = across / 2.3 + seed * 0.37 - strip;
      if (lip < 0.07) blend(out, leaf.deep, 0.7 * (1 - lip / 0.07));
      if (lip > 0.93) blend(out, leaf.vein, 0.5);
      if (edge < 0 && edge > -0.16) blend(out, leaf.deep, 0.8 * (1 + edge / 0.16));
      if (edge > 0 && edge < 0.06) blend(out, leaf.vein, 0.6);
      tilt(out, vx * slope, vy * slope, vz * slope);
    },
    radius: body.radius,
    centerY: body.centerY,
  };
}

/** A filling inside a dumpling: its distance and its paint, in the dumpling's own coordinates. */
export interface Filling {
  sdf: Sdf;
  paint: (x: number, y: number, z: number, out: Shade) => void;
}

export interface Opened {
  body: Body;
  rice: RiceLook;
  fillings: readonly Filling[];
  /** Cut plane: unit normal and offset; what lies beyond is gone. */
  cut?: readonly [number, number, number, number];
}

/** A dumpling out of its leaves, whole or cut, the fillings showing on the cut. */
export function openedZongzi(look: Opened): Model {
  const { body, rice, fillings, cut = [0, 0, 1, 99] } = look;
  const [nx, ny, nz, offset] = cut;
  const beyond: Sdf = (x, y, z) => x * nx + y * ny + z * nz - offset;
  const lump: Sdf = (x, y, z) => 0.05 * noise(x * 1.6, y * 1.6, z * 1.6, 5);
  return {
    sdf: (x, y, z) => Math.max(body.sdf(x, y, z) + lump(x, y, z), beyond(x, y, z)),
    material: (x, y, z, out) => {
      const onCut = beyond(x, y, z) > -0.03;
      const inside = onCut
        ? fillings.find((filling) => filling.sdf(x, y, z) < 0)
        : fillings.find((filling) => filling.sdf(x, y, z) < -0.6);
      if (inside) return inside.paint(x, y, z, out);
      paintRice(out, rice, x, y, z);
      const rim = Math.min(...fillings.map((filling) => filling.sdf(x, y, z)), 9);
      if (onCut && rim < 0.25) blend(out, rice.gap, 0.5 * (1 - rim / 0.25));
    },
    radius: body.radius,
    centerY: body.centerY,
  };
}
