import { blend, finish, ink, paint, tilt } from "../studio/color";
import { hash, noise } from "../studio/noise";
import type { Model, Shade } from "../studio/prop";
import { len, torus } from "../studio/sdf";

const [SPLIT, HUSK] = [ink("#d8b377"), ink("#a47a41")];

function fibre(out: Shade, along: number, across: number, seed: number): void {
  paint(out, SPLIT, 0.9 + 0.2 * hash(Math.floor(across), 3, seed));
  blend(out, HUSK, 0.45 * noise(along * 0.4, across * 7, seed));
  finish(out, 0.5, 0.04, 0.15);
}

/** Steamer ring with a slatted floor at two fifths of its height. */
export function steamer(radius: number, height: number): Model {
  const floor = height * 0.4;
  return {
    sdf: (x, y, z) => {
      const r = len(x, z);
      const hoop = Math.max(
        0,
        0.14 - Math.abs(y - 0.7) * 0.3,
        0.14 - Math.abs(y - height + 0.6) * 0.3,
      );
      const wall =
        len(
          Math.max(Math.abs(r - radius + 0.3) - 0.3 - hoop, 0),
          Math.max(Math.abs(y - height / 2) - height / 2, 0),
        ) - 0.06;
      const gap = 0.06 * Math.max(0, Math.cos(x * 5.2)) ** 8;
      const slat = Math.max(Math.abs(y - floor) - 0.25 + gap, r - radius);
      return 0.8 * Math.min(wall, slat);
    },
    material: (x, y, z, out) => {
      const r = len(x, z);
      if (r < radius - 0.6 && y < floor + 0.4) {
        fibre(out, z, (x * 5.2) / 6.283 + 0.5, 5);
        blend(out, HUSK, Math.max(0, Math.cos(x * 5.2)) ** 6 * 0.8);
        return;
      }
      const turn = Math.atan2(x, z);
      fibre(out, turn * radius, y * 1.2 + (r > radius - 0.3 ? 30 : 60), 9);
      const edge = Math.min(Math.abs(y - 1.25), Math.abs(y - height + 1.15));
      if (edge < 0.1 && r > radius - 0.3) blend(out, HUSK, 0.8);
      const stitch = Math.abs(Math.sin(turn * 9)) < 0.05 && edge > 0.3;
      if (stitch && r > radius - 0.2) blend(out, HUSK, 0.7);
    },
    radius: len(radius + 0.3, height / 2),
    centerY: height / 2,
  };
}

/** Plaited shallow tray (竹匾). */
export function plaitedTray(radius: number): Model {
  return {
    sdf: (x, y, z) => {
      const r = len(x, z);
      const rise = 0.35 + 0.9 * Math.max(0, (r - radius * 0.82) / (radius * 0.18)) ** 2;
      const weave = 0.04 * Math.sin(x * 4.2) * Math.sin(z * 4.2);
      const dish = Math.max(Math.abs(y - rise) - 0.16 + weave, r - radius);
      return 0.7 * Math.min(dish, torus(x, y - 1.25, z, radius, 0.34));
    },
    material: (x, y, z, out) => {
      const r = len(x, z);
      if (r > radius - 0.4) {
        fibre(out, Math.atan2(x, z) * radius, y * 2, 3);
        const bind = Math.sin(Math.atan2(x, z) * 40);
        if (bind > 0.93) blend(out, HUSK, 0.6);
        return;
      }
      plait(out, x, z);
    },
    radius: radius + 0.6,
    centerY: 0.6,
  };
}

/** Over-under weave of flat strips. */
function plait(out: Shade, x: number, z: number): void {
  const [u, v] = [x / 0.75, z / 0.75];
  const over = (Math.floor(u) + Math.floor(v)) % 2 === 0;
  const [fu, fv] = [u - Math.floor(u) - 0.5, v - Math.floor(v) - 0.5];
  fibre(out, over ? x : z, over ? Math.floor(v) + 0.5 : Math.floor(u) + 50.5, 7);
  const across = over ? fv : fu;
  const along = over ? fu : fv;
  blend(out, HUSK, 0.9 * Math.max(0, Math.abs(across) * 2 - 0.82) * 4);
  blend(out, HUSK, 0.5 * Math.max(0, Math.abs(along) * 2 - 0.75) * 3);
  tilt(out, over ? -fu * 0.5 : -fu * 0.2, 0, over ? -fv * 0.2 : -fv * 0.5);
}

/** Round basket with a standing handle. */
export function basket(radius: number, height: number): Model {
  const lean = (y: number): number => radius * (0.82 + (0.18 * y) / height);
  return {
    sdf: (x, y, z) => {
      const r = len(x, z);
      const turn = Math.atan2(x, z);
      const weave = 0.07 * Math.sin(turn * 36) * Math.sin(y * 7.5);
      const wall = Math.max(
        Math.abs(r - lean(y)) - 0.25 + weave,
        Math.abs(y - height / 2) - height / 2,
      );
      const floor = Math.max(Math.abs(y - 0.4) - 0.3, r - lean(0));
      const rim = torus(x, y - height, z, radius, 0.36);
      const arch = len(len(x, (y - height) * 0.8) - radius, z) - 0.34;
      return 0.62 * Math.min(wall, floor, rim, Math.max(arch, height - y));
    },
    material: (x, y, z, out) => {
      const turn = Math.atan2(x, z);
      const cell = Math.sin(turn * 36) * Math.sin(y * 7.5);
      fibre(out, turn * radius, y * 2.4, 2);
      if (y < height - 0.4) blend(out, HUSK, 0.5 - 0.5 * Math.abs(cell));
      if (y > height + 0.4)
        blend(out, HUSK, Math.sin(Math.atan2(x, y - height) * 60) > 0.7 ? 0.5 : 0.1);
    },
    radius: Math.max(radius + 0.5, (radius * 1.25 + height) * 0.78),
    centerY: (radius * 1.25 + height) / 2,
  };
}
