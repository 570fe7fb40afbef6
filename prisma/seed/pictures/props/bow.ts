import { finish, type Ink, paint, tilt } from "../studio/color";
import type { Model, Placing, Prop } from "../studio/prop";
import { place } from "../studio/prop";
import { capsule, len } from "../studio/sdf";
import { distanceTo } from "../studio/trace";

/** Bow of twine lying in the xz plane. */
function bow(color: Ink): Model {
  const loop = (x: number, y: number, z: number, side: number): number => {
    const [cx, cz] = [(x - side * 0.95) * 0.75, (z + 0.18) * 1.5];
    return (len(len(cx, cz) - 0.62, y - 0.25 + 0.12 * len(x, z)) - 0.11) * 0.62;
  };
  return {
    sdf: (x, y, z) => {
      const tails = Math.min(
        capsule(x, y, z, [0, 0.1, 0.1], [0.9, 0, 1.5], 0.11),
        capsule(x, y, z, [0, 0.1, 0.1], [-0.6, 0, 1.7], 0.11),
      );
      return Math.min(loop(x, y, z, 1), loop(x, y, z, -1), tails, len(x, y - 0.14, z) - 0.24);
    },
    material: (x, y, z, out) => {
      const twist = Math.sin((x * 2 + z * 2.4 + y) * 8);
      paint(out, color, 0.92 + 0.08 * twist);
      tilt(out, twist * 0.14, 0, twist * 0.12);
      finish(out, 0.9, 0.02, 0.5);
    },
    radius: 2.2,
    centerY: 0,
  };
}

/** Sets a bow on a prop where a line from its middle towards `towards` leaves the surface. */
export function bowOn(
  prop: Prop,
  color: Ink,
  towards: readonly [number, number, number],
  placing: Placing = {},
): Prop {
  const length = len(...towards);
  let t = prop.reach;
  for (let step = 0; step < 60; step += 1) {
    const d = distanceTo(
      prop,
      prop.bx + (towards[0] / length) * t,
      prop.by + (towards[1] / length) * t,
      prop.bz + (towards[2] / length) * t,
    );
    if (d < 0.02) break;
    t -= d * 0.8;
  }
  return place(bow(color), {
    pitch: 38,
    scale: 0.8,
    ...placing,
    x: prop.bx + (towards[0] / length) * t,
    y: prop.by + (towards[1] / length) * t,
    z: prop.bz + (towards[2] / length) * t,
  });
}
