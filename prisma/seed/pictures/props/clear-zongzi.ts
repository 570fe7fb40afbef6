import { blend, finish, ink, paint, tilt } from "../studio/color";
import { clouds, noise } from "../studio/noise";
import type { Model, Sdf, Shade } from "../studio/prop";
import { ellipsoid, len } from "../studio/sdf";
import { fourCornered } from "./zongzi-body";

/** A dumpling one sees into: sago around a coloured heart. */
export interface ClearLook {
  shell: string;
  depth: string;
  /** Colour of the filling that shines through. */
  heart: string;
  seed?: number;
}

/** How far the heart lies below a point of the surface, walking inwards and a little down. */
function depthOf(core: Sdf, x: number, y: number, z: number, surface: Shade): number {
  const { nx, ny, nz } = surface;
  const [dx, dy, dz] = [0.05 - nx * 0.8, -0.3 - ny * 0.8, -0.35 - nz * 0.8];
  const length = len(dx, dy, dz);
  let walked = 0;
  for (let step = 0; step < 14 && walked < 6; step += 1) {
    const share = walked / length;
    const d = core(x + dx * share, y + dy * share, z + dz * share);
    if (d < 0.03) break;
    walked += d;
  }
  return walked;
}

/** A see-through dumpling: the heart shines through the less the deeper it lies. */
export function clearZongzi(look: ClearLook): Model {
  const body = fourCornered();
  const [shell, depth, heart] = [ink(look.shell), ink(look.depth), ink(look.heart)];
  const core = (x: number, y: number, z: number): number =>
    ellipsoid(x, y - 2.1, z + 0.2, 2.3, 1.45, 1.5);
  return {
    sdf: body.sdf,
    material: (x, y, z, out) => {
      const walked = depthOf(core, x, y, z, out);
      const seen = Math.max(0, 1 - walked / 3.4) * 0.88;
      const bead = clouds(x * 2.6, y * 2.6, z * 2.6, 3, look.seed ?? 1);
      paint(out, shell);
      const thin = Math.min(1, Math.max(0, core(x, y, z) * 0.35));
      blend(out, depth, 0.55 * (1 - thin) + 0.35 * (clouds(x, y, z) - 0.5));
      blend(out, heart, 1.25 * seen + 0.12 * (bead - 0.5) * seen);
      blend(out, [1, 0.98, 0.94], bead > 0.6 ? (bead - 0.6) * 0.9 : 0);
      tilt(out, (bead - 0.5) * 0.16, (noise(z * 4, x * 4, y * 4) - 0.5) * 0.16, 0);
      finish(out, 0.13, 0.06, 1);
    },
    radius: body.radius,
    centerY: body.centerY,
  };
}
