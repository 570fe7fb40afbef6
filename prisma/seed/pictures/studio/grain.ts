import { hash } from "./noise";
import type { Shade } from "./prop";
import { len } from "./sdf";

/** Packed capsule-shaped grains: rice, tea leaves, beans, flecks. */
export interface Grain {
  /** Edge of the lattice cell that holds one grain, in centimetres. */
  cell: number;
  /** Half length and radius of a grain, in centimetres. */
  half: number;
  radius: number;
  /** 0 grains lie any way, 1 they lie flat in the surface. */
  flat: number;
  seed: number;
}

/** The grain under a point: how high it stands (0 gap … 1 crest) and two random marks of it. */
export const found = { height: 0, mark: 0, other: 0, dx: 0, dy: 0, dz: 0 };

function tryCell(ix: number, iy: number, iz: number, p: readonly number[], s: Shade, g: Grain) {
  const [x = 0, y = 0, z = 0] = p;
  const a = hash(ix, iy, iz, g.seed);
  const b = hash(iy, iz, ix, g.seed + 11);
  const c = hash(iz, ix, iy, g.seed + 23);
  const qx = x - (ix + 0.5 + (a - 0.5) * 0.7) * g.cell;
  const qy = y - (iy + 0.5 + (b - 0.5) * 0.7) * g.cell;
  const qz = z - (iz + 0.5 + (c - 0.5) * 0.7) * g.cell;
  const turn = (a * 7.31 + c * 3.17) * 6.283;
  const up = b * 2 - 1;
  const side = Math.sqrt(1 - up * up);
  let ux = side * Math.cos(turn);
  let uy = up;
  let uz = side * Math.sin(turn);
  const out = (ux * s.nx + uy * s.ny + uz * s.nz) * g.flat;
  ux -= out * s.nx;
  uy -= out * s.ny;
  uz -= out * s.nz;
  const length = Math.sqrt(ux * ux + uy * uy + uz * uz) + 1e-6;
  const t = Math.min(g.half, Math.max(-g.half, (qx * ux + qy * uy + qz * uz) / length));
  const dx = qx - (ux / length) * t;
  const dy = qy - (uy / length) * t;
  const dz = qz - (uz / length) * t;
  const distance = Math.sqrt(dx * dx + dy * dy + dz * dz);
  const height = 1 - distance / g.radius;
  if (height > found.height) {
    found.height = height;
    found.mark = a;
    found.other = c;
    found.dx = dx / (distance + 1e-6);
    found.dy = dy / (distance + 1e-6);
    found.dz = dz / (distance + 1e-6);
  }
}

const point = [0, 0, 0];

/** Finds the topmost grain at a local point and rounds the normal over it by `relief` (0 … 1). */
export function layGrains(
  x: number,
  y: number,
  z: number,
  out: Shade,
  grain: Grain,
  relief: number,
): void {
  found.height = -1;
  point[0] = x;
  point[1] = y;
  point[2] = z;
  const ix = Math.floor(x / grain.cell);
  const iy = Math.floor(y / grain.cell);
  const iz = Math.floor(z / grain.cell);
  for (let dx = -1; dx <= 1; dx += 1)
    for (let dy = -1; dy <= 1; dy += 1)
      for (let dz = -1; dz <= 1; dz += 1) tryCell(ix + dx, iy + dy, iz + dz, point, out, grain);
  const slope = relief * Math.min(1, Math.max(0, 1 - found.height));
  out.nx += found.dx * slope;
  out.ny += found.dy * slope;
  out.nz += found.dz * slope;
  const length = len(out.nx, out.ny, out.nz) || 1;
  out.nx /= length;
  out.ny /= length;
  out.nz /= length;
}
