import type { Prop } from "./prop";

/** Where a ray ended: distance along it and the prop it met (null for the table or the void). */
export interface Hit {
  t: number;
  prop: Prop | null;
}

const CLOSE = 0.004;

/** Signed distance from a world point to one prop. */
export function distanceTo(prop: Prop, x: number, y: number, z: number): number {
  const { m, scale } = prop;
  const dx = (x - prop.x) / scale;
  const dy = (y - prop.y) / scale;
  const dz = (z - prop.z) / scale;
  const lx = m[0] * dx + m[1] * dy + m[2] * dz;
  const ly = m[3] * dx + m[4] * dy + m[5] * dz;
  const lz = m[6] * dx + m[7] * dy + m[8] * dz;
  return prop.sdf(lx, ly, lz) * scale;
}

const span = { from: 0, to: 0 };

/** Whether the ray passes the sphere around a prop grown by `grow`; leaves the span in `span`. */
function passes(
  prop: Prop,
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  grow: number,
): boolean {
  const px = ox - prop.bx;
  const py = oy - prop.by;
  const pz = oz - prop.bz;
  const reach = prop.reach * grow;
  const b = px * dx + py * dy + pz * dz;
  const c = px * px + py * py + pz * pz - reach * reach;
  const inside = b * b - c;
  if (inside <= 0) return false;
  const root = Math.sqrt(inside);
  span.from = -b - root;
  span.to = -b + root;
  return span.to > 0;
}

/** Finds the nearest thing along a ray. Starts from the table plane y = 0. */
export function cast(
  props: readonly Prop[],
  ox: number,
  oy: number,
  oz: number,
  dx: number,
  dy: number,
  dz: number,
  hit: Hit,
): void {
  hit.prop = null;
  hit.t = dy < -1e-4 ? -oy / dy : 1e6;
  for (const prop of props) {
    if (!passes(prop, ox, oy, oz, dx, dy, dz, 1)) continue;
    let t = Math.max(span.from, 0);
    const end = Math.min(span.to, hit.t);
    for (let step = 0; step < 110 && t < end; step += 1) {
      const d = distanceTo(prop, ox + dx * t, oy + dy * t, oz + dz * t);
      if (d < CLOSE) {
        hit.t = t;
        hit.prop = prop;
        break;
      }
      t += d;
    }
  }
}

/** Share of the key light that reaches a point: 0 in full shadow … 1. Direction is a unit vector. */
export function keyLight(
  props: readonly Prop[],
  x: number,
  y: number,
  z: number,
  light: readonly [number, number, number],
  hardness: number,
): number {
  let seen = 1;
  for (const prop of props) {
    if (!passes(prop, x, y, z, light[0], light[1], light[2], 1.3)) continue;
    let t = Math.max(span.from, 0.05);
    const end = span.to;
    for (let step = 0; step < 48 && t < end; step += 1) {
      const d = distanceTo(prop, x + light[0] * t, y + light[1] * t, z + light[2] * t);
      const share = 0.5 + (0.5 * hardness * d) / t;
      if (share < seen) seen = share;
      if (seen < 0.02) return 0;
      t += Math.max(d * 0.9, 0.06);
    }
  }
  const open = Math.max(0, seen);
  return open * open * (3 - 2 * open);
}

const REACHES = [0.25, 0.8, 1.9, 4.2] as const;

/** How open the sky is above a point: 0 deep in a gap … 1 free. */
export function openness(
  props: readonly Prop[],
  x: number,
  y: number,
  z: number,
  nx: number,
  ny: number,
  nz: number,
): number {
  let blocked = 0;
  let weight = 0.42;
  for (const reach of REACHES) {
    const px = x + nx * reach;
    const py = y + ny * reach;
    const pz = z + nz * reach;
    let nearest = Math.min(reach, py);
    for (const prop of props) {
      const qx = px - prop.bx;
      const qy = py - prop.by;
      const qz = pz - prop.bz;
      const near = prop.reach + nearest;
      if (qx * qx + qy * qy + qz * qz > near * near) continue;
      const d = distanceTo(prop, px, py, pz);
      if (d < nearest) nearest = d;
    }
    blocked += (weight * (reach - nearest)) / reach;
    weight *= 0.72;
  }
  return Math.max(0.06, 1 - blocked * 0.85);
}
