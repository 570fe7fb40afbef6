/** Distance functions and their combinations, all in centimetres. */

/** Euclidean length; much faster here than Math.hypot. */
export function len(x: number, y: number, z = 0): number {
  return Math.sqrt(x * x + y * y + z * z);
}

/** Smooth minimum: joins two bodies with a fillet of about `k`. */
export function join(a: number, b: number, k: number): number {
  const h = Math.max(k - Math.abs(a - b), 0) / k;
  return Math.min(a, b) - h * h * k * 0.25;
}

/** Smooth maximum: intersects two bodies and rounds the edge by about `k`. */
export function meet(a: number, b: number, k: number): number {
  return -join(-a, -b, k);
}

/** Box of half sizes around the origin, edges rounded by `round`. */
export function box(
  x: number,
  y: number,
  z: number,
  hx: number,
  hy: number,
  hz: number,
  round: number,
): number {
  const qx = Math.abs(x) - hx + round;
  const qy = Math.abs(y) - hy + round;
  const qz = Math.abs(z) - hz + round;
  const outer = len(Math.max(qx, 0), Math.max(qy, 0), Math.max(qz, 0));
  return outer + Math.min(Math.max(qx, qy, qz), 0) - round;
}

/** Ellipsoid around the origin (Quilez' bound: good near the surface). */
export function ellipsoid(
  x: number,
  y: number,
  z: number,
  rx: number,
  ry: number,
  rz: number,
): number {
  const k0 = len(x / rx, y / ry, z / rz);
  const k1 = len(x / (rx * rx), y / (ry * ry), z / (rz * rz));
  return k1 === 0 ? -Math.min(rx, ry, rz) : (k0 * (k0 - 1)) / k1;
}

/** Capsule from a to b. */
export function capsule(
  x: number,
  y: number,
  z: number,
  a: readonly [number, number, number],
  b: readonly [number, number, number],
  radius: number,
): number {
  const [bx, by, bz] = [b[0] - a[0], b[1] - a[1], b[2] - a[2]];
  const [px, py, pz] = [x - a[0], y - a[1], z - a[2]];
  const t = Math.min(1, Math.max(0, (px * bx + py * by + pz * bz) / (bx * bx + by * by + bz * bz)));
  return len(px - bx * t, py - by * t, pz - bz * t) - radius;
}

/** Ring lying in the xz plane. */
export function torus(x: number, y: number, z: number, radius: number, tube: number): number {
  return len(Math.sqrt(x * x + z * z) - radius, y) - tube;
}

/** Distance in 2D to an almond of half length `half` and half width `width`. */
export function almond(x: number, z: number, half: number, width: number): number {
  const big = (half * half + width * width) / (2 * width);
  const away = big - width;
  const ax = Math.abs(x);
  const az = Math.abs(z);
  if ((ax - half) * away > az * half) return len(ax - half, az);
  return len(ax, az + away) - big;
}
