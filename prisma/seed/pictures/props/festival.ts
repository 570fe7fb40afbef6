import type { Print } from "../studio/art";
import { blend, finish, type Ink, ink, paint, tilt } from "../studio/color";
import { clouds, noise, seededStream } from "../studio/noise";
import type { Model, Placing, Prop } from "../studio/prop";
import { place } from "../studio/prop";
import { almond, capsule, ellipsoid, join, len, torus } from "../studio/sdf";

/** Cloth sachet lying on its back, gathered at the top (-z), printed, with cord and tassel. */
export function sachet(face: Print, cord: Ink): Model {
  const cushion = (x: number, y: number, z: number): number => {
    const shoulder = 3.1 - 0.35 * z * (z < 0 ? -0.6 : 0.15);
    const body = ellipsoid(x, y - 1.15, z - 0.4, shoulder, 1.45, 3.3);
    const neck = ellipsoid(x, y - 1, z + 3.1, 1.15, 0.75, 1);
    const frill = ellipsoid(x, y - 1, z + 4.3, 1.9, 0.4 + 0.16 * Math.sin(x * 6), 0.8);
    return join(join(body, neck, 0.8), frill, 0.5);
  };
  const binding = (x: number, y: number, z: number): number =>
    Math.min(
      len(len(x * 0.85, (y - 1) * 1.15) - 0.95, (z + 3.35) * 0.9) - 0.24,
      (len(len(x, (z + 6.6) * 0.62) - 1.45, y - 0.35) - 0.14) * 0.7,
    );
  const tassel = (x: number, y: number, z: number): number => {
    const spread = 0.34 + 0.09 * Math.max(0, z - 5.2);
    const fringe = Math.max(len(x, (y - 0.5) * 1.3) - spread, Math.abs(z - 6.9) - 1.7);
    return Math.min(
      fringe * 0.8,
      capsule(x, y, z, [0, 0.9, 3.4], [0, 0.5, 5.2], 0.13),
      len(x, y - 0.5, z - 5) - 0.42,
    );
  };
  return {
    sdf: (x, y, z) => 0.75 * Math.min(cushion(x, y, z), binding(x, y, z), tassel(x, y, z)),
    material: (x, y, z, out) => {
      const cloth = cushion(x, y, z);
      if (Math.min(binding(x, y, z), tassel(x, y, z)) < cloth) {
        const strand = z > 5.2 ? Math.sin(x * 34) : Math.sin((x + y + z) * 12);
        paint(out, cord, 0.85 + 0.15 * strand);
        tilt(out, strand * 0.2, 0, 0);
        return finish(out, 0.7, 0.03, 0.3);
      }
      paint(out, face(x / 7 + 0.5, (z + 5) / 9.2));
      const gather = z < -2.2 ? Math.sin(x * 9) * 0.35 : 0;
      const weave = Math.sin(x * 30) * Math.sin(z * 30) * 0.08;
      tilt(out, gather + weave, 0, weave);
      finish(out, 0.55, 0.05, 0.25);
    },
    radius: 9,
    centerY: 0.5,
  };
}

/** One lobed mugwort leaf along x, grey-green, paler at the back. */
function mugwort(seed = 1): Model {
  const [face, deep, down] = [ink("#7d9470"), ink("#4d6748"), ink("#a9b8a0")];
  const lobe = (x: number, z: number, at: number, angle: number, half: number): number => {
    const [c, s] = [Math.cos(angle), Math.sin(angle)];
    const [px, pz] = [x - at, z];
    return almond(px * c + pz * s - half, -px * s + pz * c, half, half * 0.3);
  };
  const outline = (x: number, z: number): number =>
    Math.min(
      almond(x - 0.3, z, 3.2, 0.5),
      lobe(x, z, -1.9, 0.85, 1.1),
      lobe(x, z, -1.9, -0.85, 1.1),
      lobe(x, z, -0.5, 0.7, 1.25),
      lobe(x, z, -0.5, -0.7, 1.25),
      lobe(x, z, 0.9, 0.55, 0.95),
      lobe(x, z, 0.9, -0.55, 0.95),
    );
  const rise = (x: number, z: number): number =>
    0.05 * x * x + 0.1 * Math.sin(x + seed) + 0.08 * z * z;
  return {
    sdf: (x, y, z) => {
      const flat = outline(x, z);
      const off = Math.abs(y - rise(x, z)) - 0.04;
      return 0.65 * (flat > 0 ? len(flat, Math.max(off, 0)) : Math.max(flat, off));
    },
    material: (x, y, z, out) => {
      paint(out, out.ny > 0 ? face : down);
      blend(out, deep, 0.8 * clouds(x, y, z + seed, 3));
      const rib = Math.max(0, 1 - Math.abs(z) / 0.08);
      blend(out, down, rib * 0.7);
      tilt(out, 0, 0, Math.sin(z * 7) * 0.12 + (noise(x * 5, 0, z * 5) - 0.5) * 0.2);
      finish(out, 0.8, 0.03, 0.5);
    },
    radius: 3.9,
    centerY: 0.3,
  };
}

/** Straight stem or rod along x. */
function stem(half: number, thick: number, color: Ink): Model {
  return {
    sdf: (x, y, z) => capsule(x, y - thick, z, [-half, 0, 0], [half, 0, 0], thick * (1 - 0.02 * x)),
    material: (x, y, z, out) => {
      paint(out, color, 0.8 + 0.35 * noise(x, y * 6, z * 6));
      finish(out, 0.7, 0.03, 0.3);
    },
    radius: half + thick,
    centerY: thick,
  };
}

/** Flat ring of cord binding a bundle that lies along x. */
export function binding(radius: number, color: Ink): Model {
  return {
    sdf: (x, y, z) => {
      const coil = Math.min(
        ...[-0.5, -0.17, 0.17, 0.5].map((at) => torus(z, x - at, y * 1.25, radius, 0.19)),
      );
      return 0.8 * coil;
    },
    material: (x, y, z, out) => {
      const twist = Math.sin((x * 3 + Math.atan2(y, z) * 6) * 4);
      paint(out, color, 0.9 + 0.1 * twist);
      finish(out, 0.85, 0.02, 0.3);
    },
    radius: radius + 0.8,
    centerY: 0,
  };
}

/** Mugwort with stems fanned out along +x from the binding at the origin. */
export function mugwortBundle(at: Placing, seed = 3, stems = 5): Prop[] {
  const next = seededStream(seed);
  const yaw = at.yaw ?? 0;
  const turn = (yaw * Math.PI) / 180;
  const put = (x: number, z: number): { x: number; z: number } => ({
    x: (at.x ?? 0) + x * Math.cos(turn) + z * Math.sin(turn),
    z: (at.z ?? 0) - x * Math.sin(turn) + z * Math.cos(turn),
  });
  const props: Prop[] = [];
  for (let index = 0; index < stems; index += 1) {
    const fan = (index - (stems - 1) / 2) * 7 + next() * 4;
    const rad = (fan * Math.PI) / 180;
    const middle = put(6 * Math.cos(rad), -6 * Math.sin(rad));
    props.push(
      place(stem(9.5, 0.24, ink("#7b7a4c")), { ...middle, y: 0.2 + next() * 0.5, yaw: yaw + fan }),
    );
    for (let leaf = 0; leaf < 6; leaf += 1) {
      const along = 4.5 + leaf * 2 + next();
      const side = leaf % 2 === 0 ? 1 : -1;
      const root = put(along * Math.cos(rad), -along * Math.sin(rad) - side * 0.7);
      const lean = { roll: 8 + next() * 18, pitch: next() * 24 - 12 };
      props.push(
        place(mugwort(index * 9 + leaf), {
          ...root,
          y: 0.7 + next() * 1.3,
          yaw: yaw + fan + side * (28 + next() * 22),
          scale: 0.75 + next() * 0.3,
          ...lean,
        }),
      );
    }
  }
  return props;
}
