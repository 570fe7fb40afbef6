import { blend, finish, ink, paint, tilt } from "../studio/color";
import { found, type Grain, layGrains } from "../studio/grain";
import { noise, seededStream } from "../studio/noise";
import { type Material, type Model, type Placing, type Prop, place } from "../studio/prop";
import { capsule, ellipsoid, join, len, meet, torus } from "../studio/sdf";
import { kernel } from "./side-food";
import { type Glaze, glazed } from "./ware";

/** How a dry tea looks: leaf colours, tips, and the shape of one leaf. */
export interface TeaLook {
  leaf: string;
  deep: string;
  tip: string;
  /** Share of silvery or golden tips, 0 … 1. */
  tips: number;
  shape: "flat" | "twisted" | "needle" | "pearl";
}

const SHAPES: Record<TeaLook["shape"], Grain> = {
  flat: { cell: 0.42, half: 0.5, radius: 0.16, flat: 0.85, seed: 3 },
  twisted: { cell: 0.5, half: 0.48, radius: 0.2, flat: 0.5, seed: 5 },
  needle: { cell: 0.5, half: 0.62, radius: 0.19, flat: 0.8, seed: 7 },
  pearl: { cell: 0.62, half: 0.05, radius: 0.36, flat: 0.5, seed: 9 },
};

/** Paint for a mass of dry tea. */
function teaPaint(look: TeaLook): Material {
  const [leaf, deep, tip] = [ink(look.leaf), ink(look.deep), ink(look.tip)];
  const grain = SHAPES[look.shape];
  return (x, y, z, out) => {
    layGrains(x, y, z, out, grain, 1.1);
    const crest = Math.max(0, Math.min(1, found.height * 1.4 + 0.2));
    paint(out, leaf, 0.75 + 0.5 * found.other);
    if (found.mark < look.tips) blend(out, tip, 0.85);
    blend(out, deep, (1 - crest) * 0.95);
    blend(out, deep, 0.4 * noise(x * 3, y * 3, z * 3, 4));
    finish(out, 0.6, 0.035, 0.2);
  };
}

const SIZES: Record<TeaLook["shape"], readonly [number, number, number]> = {
  flat: [0.78, 0.08, 0.19],
  twisted: [0.55, 0.13, 0.15],
  needle: [0.85, 0.11, 0.13],
  pearl: [0.34, 0.3, 0.33],
};

/** Single leaves strewn over and around a heap, so that its edge is made of leaves. */
function strewnLeaves(
  look: TeaLook,
  at: Placing,
  radius: number,
  height: number,
  count: number,
): Prop[] {
  const next = seededStream(count + Math.round(radius * 10));
  const leaf = (color: string, seed: number): Model =>
    kernel(SIZES[look.shape], color, look.deep, look.shape === "pearl" ? 0.32 : 0.05, seed);
  return Array.from({ length: count }, (_, index) => {
    const away = radius * 1.12 * Math.sqrt((index + 0.5) / count);
    const turn = index * 2.399 + next();
    const rise = Math.max(
      0,
      height * Math.exp(-2.6 * (away / radius) ** 2) - (look.shape === "pearl" ? 0.6 : 0.3),
    );
    return place(leaf(next() < look.tips ? look.tip : look.leaf, index), {
      x: (at.x ?? 0) + Math.cos(turn) * away,
      y: (at.y ?? 0) + rise + 0.02,
      z: (at.z ?? 0) + Math.sin(turn) * away,
      yaw: next() * 360,
      roll: next() * 36 - 18,
      pitch: next() * 30 - 15,
      scale: 0.8 + next() * 0.5,
    });
  });
}

/** A heap of dry tea with loose leaves on it, standing where `at` says. */
export function teaPile(radius: number, height: number, look: TeaLook, at: Placing): Prop[] {
  const count = Math.round(radius * 34);
  return [
    place(teaHeap(radius * 0.86, height, look), at),
    ...strewnLeaves(look, at, radius, height, count),
  ];
}

/** Heap of dry tea, rough at its edge. */
function teaHeap(radius: number, height: number, look: TeaLook): Model {
  const top = (x: number, z: number): number => {
    const r = len(x, z) / radius;
    return (
      height * Math.exp(-2.6 * r * r) +
      0.5 * (noise(x * 1.6, 1, z * 1.6) - 0.5) +
      0.22 * (noise(x * 4, 2, z * 4) - 0.5) -
      0.2
    );
  };
  return {
    sdf: (x, y, z) => 0.5 * Math.max(y - top(x, z), len(x, z) - radius * 1.12, -y - 0.08),
    material: teaPaint(look),
    radius: radius * 1.6,
    centerY: height * 0.3,
  };
}

/** Pressed tea cake, lying flat, slightly domed. */
export function teaCake(radius: number, look: TeaLook): Model {
  return {
    sdf: (x, y, z) => {
      const rough = 0.22 * (noise(x * 2, y * 2, z * 2, 3) - 0.5);
      return 0.75 * (ellipsoid(x, y - 1, z, radius, 1.25, radius) + rough);
    },
    material: teaPaint(look),
    radius: radius + 0.4,
    centerY: 1,
  };
}

/** The same cake in its paper, printed on top; folds run to the rim. */
export function wrappedCake(
  radius: number,
  face: (u: number, v: number) => readonly [number, number, number],
): Model {
  return {
    sdf: (x, y, z) => 0.8 * ellipsoid(x, y - 1.1, z, radius, 1.35, radius),
    material: (x, _y, z, out) => {
      paint(out, face(x / radius / 2 + 0.5, z / radius / 2 + 0.5));
      const r = len(x, z) / radius;
      const fold = Math.sin(Math.atan2(x, z) * 34 + noise(x, 0, z) * 5) * 0.16 * r ** 4;
      tilt(out, fold, 0, fold * 0.6);
      finish(out, 0.85, 0.02, 0.3);
    },
    radius: radius + 0.2,
    centerY: 1.1,
  };
}

/** Domed lid with a ring knob, for a covered bowl; its rim lies on y = 0. */
export function lid(radius: number, glaze: Glaze): Model {
  return {
    sdf: (x, y, z) => {
      const dome = Math.max(
        Math.abs(len(x, (y + radius * 0.75) * 1.05, z) - radius * 1.25) - 0.16,
        -y,
      );
      const knob = torus(x, y - radius * 0.56, z, radius * 0.26, 0.2);
      return 0.85 * join(dome, knob, 0.25);
    },
    material: glazed(glaze, radius * 0.56 + 0.2),
    radius: radius * 1.15,
    centerY: radius * 0.2,
  };
}

/** Round teapot, spout towards +x. */
export function teapot(glaze: Glaze): Model {
  return {
    sdf: (x, y, z) => {
      const belly = meet(ellipsoid(x, y - 3.2, z, 4.6, 3.5, 4.6), -y + 0.1, 0.4);
      const root = capsule(x, y, z, [3.4, 2.1, 0], [5.5, 3.2, 0], 0.92);
      const neck = capsule(x, y, z, [5.5, 3.2, 0], [6.7, 4.9, 0], 0.6);
      const mouth = capsule(x, y, z, [6.7, 4.9, 0], [7.5, 6.1, 0], 0.48);
      const hollow = capsule(x, y, z, [7.1, 5.6, 0], [8.1, 7.1, 0], 0.3);
      const spout = Math.max(join(join(root, neck, 0.9), mouth, 0.7), -hollow);
      const handle = len(len(x + 4.6, (y - 3.6) * 0.9) - 2, z) - 0.42;
      const cover = ellipsoid(x, y - 6.2, z, 2.5, 0.75, 2.5);
      const seam = 0.12 * Math.max(0, 1 - Math.abs(len(x, z) - 2.5) / 0.12) * (y > 5 ? 1 : 0);
      const knob = len(x, y - 7.25, z) - 0.62;
      const body = join(join(belly, spout, 0.8), handle, 0.5);
      return 0.85 * (join(join(body, cover, 0.15), knob, 0.3) + seam);
    },
    material: glazed(glaze, 12),
    radius: 8.4,
    centerY: 3.4,
  };
}

/** A jasmine flower lying on the table. */
export function jasmine(): Model {
  const [petal, heart] = [ink("#fbf8ee"), ink("#d9d59a")];
  return {
    sdf: (x, y, z) => {
      const turn = Math.atan2(x, z);
      const slice = (Math.PI * 2) / 6;
      const local = turn - Math.round(turn / slice) * slice;
      const r = len(x, z);
      const [px, pz] = [Math.sin(local) * r, Math.cos(local) * r - 0.85];
      return (
        0.7 *
        Math.min(
          ellipsoid(px, y - 0.2 - 0.22 * r, pz, 0.42, 0.09, 0.85),
          len(x, y - 0.25, z) - 0.24,
        )
      );
    },
    material: (x, _y, z, out) => {
      paint(out, petal);
      blend(out, heart, Math.max(0, 1 - len(x, z) / 0.6));
      finish(out, 0.6, 0.03, 0.9);
    },
    radius: 1.9,
    centerY: 0.2,
  };
}
