import { len, meet } from "../studio/sdf";

/** Bare body of a dumpling: distance and the axes along which leaves and twine run. */
export interface Body {
  sdf: (x: number, y: number, z: number) => number;
  radius: number;
  centerY: number;
  /** Unit normals of two families of parallel leaf veins. */
  veins: readonly [readonly number[], readonly number[]];
  /** Twine loops: plane normal (unit) and offset. */
  loops: readonly (readonly [number, number, number, number])[];
}

/**
 * Four-cornered dumpling (四角粽) resting on one face: a long tetrahedron, all edges rounded.
 * Height about 6.4 cm, length about 9 cm.
 */
export function fourCornered(): Body {
  const down = -1.0;
  const planes: readonly (readonly [number, number, number])[] = [
    [0, -1, 0],
    [0.0, 0.36, 0.93],
    [0.8, 0.36, -0.48],
    [-0.8, 0.36, -0.48],
  ];
  const unit = planes.map(([x, y, z]) => {
    const length = len(x, y, z);
    return [x / length, y / length, z / length] as const;
  });
  const [a, b, c, d] = unit;
  if (!a || !b || !c || !d) throw new Error("a dumpling has four faces");
  return {
    sdf: (x, y, z) => {
      const sx = x * 0.86;
      const cy = y - 2.05;
      const bulge = 0.019 * (sx * sx + z * z + cy * cy);
      const base = down * cy - 2.45;
      const front = b[0] * sx + b[1] * cy + b[2] * z - 2.3;
      const right = c[0] * sx + c[1] * cy + c[2] * z - 2.3;
      const left = d[0] * sx + d[1] * cy + d[2] * z - 2.3;
      return 0.93 * (meet(meet(base, front, 1.1), meet(left, right, 1.3), 1.3) + bulge);
    },
    radius: 6.6,
    centerY: 2.3,
    veins: [
      [0.34, 0.88, 0.33],
      [-0.62, 0.72, 0.3],
    ],
    loops: [
      [0.97, 0.22, 0.1, 0.15],
      [0.985, 0.12, -0.12, 0.95],
      [0.95, 0.29, -0.05, -0.75],
      [0.2, 0.96, 0.2, 2.35],
    ],
  };
}

/** Pillow dumpling (枕头粽), a long rounded block lying along x. */
export function pillow(half = 5.6, girth = 2.3): Body {
  return {
    sdf: (x, y, z) => {
      const cy = y - girth;
      const taper = girth * (1 - 0.16 * (x / half) ** 2);
      const section = Math.sqrt(Math.sqrt(cy ** 4 + (z * 0.86) ** 4)) - taper;
      return 0.86 * meet(section, Math.abs(x) - half, 1.7);
    },
    radius: half + 1.8,
    centerY: girth,
    veins: [
      [0.12, 0.72, 0.68],
      [0.38, 0.6, -0.7],
    ],
    loops: [
      [1, 0, 0.03, -half * 0.62],
      [1, 0.04, 0, -half * 0.2],
      [1, -0.04, 0.03, half * 0.22],
      [1, 0, -0.03, half * 0.64],
    ],
  };
}
