import type { Shade } from "./prop";
import { len } from "./sdf";

/** Linear light, each channel 0 … 1. */
export type Ink = readonly [number, number, number];

const linear = (value: number): number =>
  value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;

/** Reads "#rrggbb" (sRGB) into linear light. */
export function ink(hex: string): Ink {
  const value = Number.parseInt(hex.slice(1), 16);
  return [
    linear(((value >> 16) & 255) / 255),
    linear(((value >> 8) & 255) / 255),
    linear((value & 255) / 255),
  ];
}

/** Sets the colour of a shade, scaled by `gain`. */
export function paint(out: Shade, color: Ink, gain = 1): void {
  out.r = color[0] * gain;
  out.g = color[1] * gain;
  out.b = color[2] * gain;
}

/** Moves the colour of a shade towards `color`; `share` 0 … 1. */
export function blend(out: Shade, color: Ink, share: number): void {
  const t = Math.min(1, Math.max(0, share));
  out.r += (color[0] - out.r) * t;
  out.g += (color[1] - out.g) * t;
  out.b += (color[2] - out.b) * t;
}

/** Sets how the surface answers light. */
export function finish(out: Shade, rough: number, shine: number, soft: number): void {
  out.rough = rough;
  out.shine = shine;
  out.soft = soft;
}

/** Hermite step from 0 at `from` to 1 at `to`. */
export function ramp(from: number, to: number, value: number): number {
  const t = Math.min(1, Math.max(0, (value - from) / (to - from)));
  return t * t * (3 - 2 * t);
}

/** Tilts the normal of a shade by a small local vector and keeps it a unit vector. */
export function tilt(out: Shade, dx: number, dy: number, dz: number): void {
  const nx = out.nx + dx;
  const ny = out.ny + dy;
  const nz = out.nz + dz;
  const length = len(nx, ny, nz) || 1;
  out.nx = nx / length;
  out.ny = ny / length;
  out.nz = nz / length;
}

/** Tilts the normal along the slope of a height field given in local units. */
export function emboss(
  out: Shade,
  height: (x: number, y: number, z: number) => number,
  x: number,
  y: number,
  z: number,
  depth: number,
): void {
  const e = 0.015;
  const h = height(x, y, z);
  const gx = ((height(x + e, y, z) - h) / e) * depth;
  const gy = ((height(x, y + e, z) - h) / e) * depth;
  const gz = ((height(x, y, z + e) - h) / e) * depth;
  const along = gx * out.nx + gy * out.ny + gz * out.nz;
  tilt(out, along * out.nx - gx, along * out.ny - gy, along * out.nz - gz);
}
