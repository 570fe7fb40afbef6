import type { Ink } from "./color";
import type { Prop, Shade } from "./prop";
import type { Stage } from "./stage";
import { distanceTo, type Hit, keyLight, openness } from "./trace";

/** Linear colour of one ray; written by `shade`. */
export const lit = { r: 0, g: 0, b: 0 };

const WARM_SUN: Ink = [4.7, 4.15, 3.4];
const surface: Shade = {
  r: 0,
  g: 0,
  b: 0,
  rough: 0.8,
  shine: 0.04,
  soft: 0,
  nx: 0,
  ny: 1,
  nz: 0,
};

export type Vector = readonly [number, number, number];

/** Turns local normal into world and keeps it in the shade. */
function outward(prop: Prop): void {
  const { m } = prop;
  const { nx, ny, nz } = surface;
  surface.nx = m[0] * nx + m[3] * ny + m[6] * nz;
  surface.ny = m[1] * nx + m[4] * ny + m[7] * nz;
  surface.nz = m[2] * nx + m[5] * ny + m[8] * nz;
}

const normal = { x: 0, y: 1, z: 0 };

/** Normal from four probes around the point. */
function measureNormal(prop: Prop, x: number, y: number, z: number): void {
  const e = 0.012;
  const a = distanceTo(prop, x + e, y - e, z - e);
  const b = distanceTo(prop, x - e, y - e, z + e);
  const c = distanceTo(prop, x - e, y + e, z - e);
  const d = distanceTo(prop, x + e, y + e, z + e);
  const nx = a - b - c + d;
  const ny = -a - b + c + d;
  const nz = -a + b - c + d;
  const length = Math.sqrt(nx * nx + ny * ny + nz * nz) || 1;
  normal.x = nx / length;
  normal.y = ny / length;
  normal.z = nz / length;
}

function askMaterial(prop: Prop, x: number, y: number, z: number): void {
  measureNormal(prop, x, y, z);
  const { m, scale } = prop;
  const dx = (x - prop.x) / scale;
  const dy = (y - prop.y) / scale;
  const dz = (z - prop.z) / scale;
  surface.nx = m[0] * normal.x + m[1] * normal.y + m[2] * normal.z;
  surface.ny = m[3] * normal.x + m[4] * normal.y + m[5] * normal.z;
  surface.nz = m[6] * normal.x + m[7] * normal.y + m[8] * normal.z;
  const lx = m[0] * dx + m[1] * dy + m[2] * dz;
  const ly = m[3] * dx + m[4] * dy + m[5] * dz;
  const lz = m[6] * dx + m[7] * dy + m[8] * dz;
  prop.material(lx, ly, lz, surface);
  outward(prop);
}

/** 1 inside a window pane, 0 outside, its edge as soft as `blur`. */
function pane(t: number, blur: number): number {
  return 1 / (1 + Math.exp((Math.abs(t) - 1) / blur));
}

/** Brightness of the room seen in a direction: a warm wall, a cool ceiling, a window at the left. */
function room(x: number, y: number, z: number, rough: number): number {
  const sky = 0.42 + 0.38 * Math.max(0, y);
  const blur = 0.06 + rough * 0.9;
  const u = (x / (y + 0.35) + 0.95) / 0.5;
  const v = (z / (y + 0.35) + 0.15) / 0.55;
  if (y < -0.1) return 0.3;
  return sky + (2.6 * pane(u, blur) * pane(v, blur)) / (1 + rough * 2.2);
}

function addGloss(view: Vector, light: Vector, sun: number, open: number, color: Ink): void {
  const { nx, ny, nz, rough, shine } = surface;
  if (shine <= 0) return;
  const facing = Math.max(0.02, -(nx * view[0] + ny * view[1] + nz * view[2]));
  const fresnel = shine + (1 - shine) * (1 - facing) ** 5 * (1 - rough) ** 1.5;
  const rx = view[0] + 2 * facing * nx;
  const ry = view[1] + 2 * facing * ny;
  const rz = view[2] + 2 * facing * nz;
  const mirrored = room(rx, ry, rz, rough) * fresnel * open;
  let hx = light[0] - view[0];
  let hy = light[1] - view[1];
  let hz = light[2] - view[2];
  const length = Math.sqrt(hx * hx + hy * hy + hz * hz) || 1;
  hx /= length;
  hy /= length;
  hz /= length;
  const a = rough * rough;
  const half = Math.max(0, nx * hx + ny * hy + nz * hz);
  const lobe = half * half * (a * a - 1) + 1;
  const glint = Math.min(6, ((a * a) / (Math.PI * lobe * lobe)) * fresnel * 0.55 * sun);
  lit.r += mirrored * 0.95 + glint * color[0];
  lit.g += mirrored * 0.95 + glint * color[1];
  lit.b += mirrored * 0.97 + glint * color[2];
}

function addDiffuse(light: Vector, sun: number, open: number, color: Ink): void {
  const { nx, ny, nz, soft, r, g, b } = surface;
  const wrap = soft * 0.45;
  const cosine = nx * light[0] + ny * light[1] + nz * light[2];
  const direct = (Math.max(0, (cosine + wrap) / (1 + wrap)) * sun) / Math.PI;
  const up = 0.5 + 0.5 * ny;
  const fill = Math.max(0, 0.55 * nx + 0.25 * ny + 0.6 * nz) * 0.2;
  const air = (0.3 + 0.3 * up + fill) * open;
  const bounce = (1 - up) * 0.2 * (0.4 + 0.6 * open);
  // Colour bleeds inside soft things: shadows stay saturated instead of turning grey.
  const glow = soft * 0.16 * (1 - open * 0.6);
  lit.r += r * (direct * color[0] + air * 0.99 + bounce * 1.1 + glow);
  lit.g += g * (direct * color[1] + air * 0.985 + bounce * 0.9 + glow * 0.8);
  lit.b += b * (direct * color[2] + air * 1.0 + bounce * 0.68 + glow * 0.6);
}

/** Shades what a ray has hit. Leaves linear light in `lit`. */
export function shade(
  stage: Stage,
  near: readonly Prop[],
  hit: Hit,
  eye: Vector,
  view: Vector,
  light: Vector,
): void {
  lit.r = 0;
  lit.g = 0;
  lit.b = 0;
  const x = eye[0] + view[0] * hit.t;
  const y = eye[1] + view[1] * hit.t;
  const z = eye[2] + view[2] * hit.t;
  surface.rough = 0.8;
  surface.shine = 0.03;
  surface.soft = 0;
  if (hit.prop) {
    askMaterial(hit.prop, x, y, z);
  } else {
    normal.x = 0;
    normal.y = 1;
    normal.z = 0;
    surface.nx = 0;
    surface.ny = 1;
    surface.nz = 0;
    stage.table(x, 0, z, surface);
  }
  // Light enters soft things beside the point where it leaves them: no hard self-shadow there.
  const lift = 0.04 + 0.6 * surface.soft * surface.soft;
  const px = x + normal.x * lift;
  const py = y + normal.y * lift;
  const pz = z + normal.z * lift;
  const facing = surface.nx * light[0] + surface.ny * light[1] + surface.nz * light[2];
  let sun = facing > -0.3 ? keyLight(near, px, py, pz, light, 7) : 0;
  if (stage.pattern && sun > 0) {
    const drop = y / light[1];
    sun *= stage.pattern(x - light[0] * drop, z - light[2] * drop);
  }
  const open = openness(near, x, y, z, normal.x, normal.y, normal.z);
  const color = stage.lightColor ?? WARM_SUN;
  addDiffuse(light, sun, open, color);
  addGloss(view, light, sun, open, color);
}
