import type { Print } from "../studio/art";
import { blend, finish, type Ink, paint, tilt } from "../studio/color";
import { noise } from "../studio/noise";
import type { Model, Shade } from "../studio/prop";
import { box, len } from "../studio/sdf";

export interface BoxLook {
  width: number;
  height: number;
  depth: number;
  top: Print;
  front: Print;
  /** Colour of the unprinted sides and the inside. */
  side: Ink;
  /** Height of the gap between lid and base; none when left out. */
  gap?: number;
}

function paper(out: Shade, x: number, y: number, z: number): void {
  const fibre = noise(x * 9, y * 9, z * 9, 7) - 0.5;
  tilt(out, fibre * 0.04, fibre * 0.03, fibre * 0.04);
  finish(out, 0.62, 0.035, 0.1);
}

/** Rigid gift box with a lid, printed on top and front, standing on y = 0. */
export function giftBox(look: BoxLook): Model {
  const [hx, hy, hz] = [look.width / 2, look.height / 2, look.depth / 2];
  const groove = (y: number): number =>
    look.gap === undefined ? 0 : 0.09 * Math.max(0, 1 - Math.abs(y - look.gap) / 0.09);
  return {
    sdf: (x, y, z) => box(x, y - hy, z, hx, hy, hz, 0.16) + groove(y),
    material: (x, y, z, out) => {
      if (out.ny > 0.7) paint(out, look.top(x / look.width + 0.5, z / look.depth + 0.5));
      else if (out.nz > 0.7) paint(out, look.front(x / look.width + 0.5, 1 - y / look.height));
      else paint(out, look.side);
      if (look.gap !== undefined && Math.abs(y - look.gap) < 0.08) blend(out, [0, 0, 0], 0.5);
      paper(out, x, y, z);
    },
    radius: len(hx, hy, hz) + 0.1,
    centerY: hy,
  };
}

/** Open tray: a box without lid, walls 0.4 cm, divided into `columns` by `rows` cells. */
export function tray(look: BoxLook, columns: number, rows: number, lining: Ink): Model {
  const [hx, hy, hz] = [look.width / 2, look.height / 2, look.depth / 2];
  const [cw, cd] = [(look.width - 0.8) / columns, (look.depth - 0.8) / rows];
  const cell = (value: number, size: number, count: number): number => {
    const at = Math.floor(value / size + count / 2);
    const kept = Math.min(count - 1, Math.max(0, at));
    return value - (kept - count / 2 + 0.5) * size;
  };
  const hollow = (x: number, y: number, z: number): number =>
    box(
      cell(x, cw, columns),
      y - look.height - 0.5,
      cell(z, cd, rows),
      cw / 2 - 0.16,
      look.height,
      cd / 2 - 0.16,
      0.2,
    );
  return {
    sdf: (x, y, z) => 0.9 * Math.max(box(x, y - hy, z, hx, hy, hz, 0.12), -hollow(x, y, z)),
    material: (x, y, z, out) => {
      const outside = Math.max(Math.abs(x) - hx, Math.abs(z) - hz) > -0.12;
      if (outside && out.nz > 0.7)
        paint(out, look.front(x / look.width + 0.5, 1 - y / look.height));
      else paint(out, outside ? look.side : lining);
      paper(out, x, y, z);
    },
    radius: len(hx, hy, hz) + 0.1,
    centerY: hy,
  };
}

/** Filled pouch lying on its back: thick in the middle, flat sealed ends, printed on top. */
export function pouch(width: number, depth: number, thick: number, face: Print): Model {
  const [hx, hz] = [width / 2, depth / 2];
  const swell = (x: number, z: number): number => {
    const u = Math.min(1, Math.abs(x) / hx);
    const v = Math.min(1, Math.abs(z) / (hz - 1.1));
    const crease = 0.06 * Math.sin(x * 3 + z) * v * v + 0.05 * noise(x * 1.5, 0, z * 1.5, 3);
    return 0.12 + thick * Math.sqrt((1 - u ** 3) * (1 - v ** 2.6)) + crease * thick * 0.4;
  };
  return {
    sdf: (x, y, z) => {
      const edge = Math.max(Math.abs(x) - hx, Math.abs(z) - hz);
      return 0.55 * Math.max(edge, y - swell(x, z), -y);
    },
    material: (x, y, z, out) => {
      paint(out, face(x / width + 0.5, z / depth + 0.5));
      const seal = Math.abs(z) - (hz - 1);
      if (seal > 0) tilt(out, 0, 0, 0.25 * Math.sin(z * 22));
      const wrinkle = noise(x * 1.1, 2, z * 1.1, 9) - noise(x * 1.1 + 0.2, 2, z * 1.1, 9);
      tilt(out, wrinkle * 0.5, 0, wrinkle * 0.4);
      finish(out, 0.55, 0.035, 0.1);
      if (y < 0.05) out.shine = 0;
    },
    radius: len(hx, hz) + 0.2,
    centerY: 0,
  };
}

/** Round tin with a lid, label wrapped around it; `face` sees the front half. */
export function tin(radius: number, height: number, face: Print, lid: Print): Model {
  return {
    sdf: (x, y, z) => {
      const r = len(x, z);
      const groove = 0.1 * Math.max(0, 1 - Math.abs(y - height * 0.8) / 0.1);
      const top = y - height + 0.3;
      const out = len(Math.max(r - radius + 0.3, 0), Math.max(top, 0));
      return 0.95 * (Math.max(out - 0.3, -y) + groove);
    },
    material: (x, y, z, out) => {
      if (out.ny > 0.8) paint(out, lid(x / radius / 2 + 0.5, z / radius / 2 + 0.5));
      else paint(out, face(Math.atan2(x, z) / Math.PI + 0.5, 1 - y / height));
      if (Math.abs(y - height * 0.8) < 0.08) blend(out, [0, 0, 0], 0.5);
      finish(out, 0.42, 0.05, 0);
    },
    radius: len(radius, height / 2) + 0.2,
    centerY: height / 2,
  };
}
