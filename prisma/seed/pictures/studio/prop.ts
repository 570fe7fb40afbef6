/** Signed distance in local units (1 = one centimetre at scale 1); negative inside. */
export type Sdf = (x: number, y: number, z: number) => number;

/** What a material tells the light about one point. Colours are linear, normals local. */
export interface Shade {
  r: number;
  g: number;
  b: number;
  /** 0.05 mirror-like glaze … 1 chalk. */
  rough: number;
  /** Reflectance at right angles: 0.04 for most things, 0 for cloth. */
  shine: number;
  /** 0 … 1, how far light wraps around into the shade (rice, wax, leaves). */
  soft: number;
  nx: number;
  ny: number;
  nz: number;
}

/** Fills `out` for a local point; `out.n*` comes in as the geometric normal and may be tilted. */
export type Material = (x: number, y: number, z: number, out: Shade) => void;

/** A thing as modelled: around its own origin, standing on y = 0 unless said otherwise. */
export interface Model {
  sdf: Sdf;
  material: Material;
  /** Bounding sphere around `centerY` on the local y axis. */
  radius: number;
  centerY: number;
}

/** A thing as it stands on the stage. `m` holds the rows of the world-to-local rotation. */
export interface Prop extends Model {
  x: number;
  y: number;
  z: number;
  scale: number;
  m: readonly [number, number, number, number, number, number, number, number, number];
  bx: number;
  by: number;
  bz: number;
  reach: number;
}

export interface Placing {
  x?: number;
  y?: number;
  z?: number;
  scale?: number;
  /** Degrees about the vertical axis, applied last. */
  yaw?: number;
  /** Degrees about x: positive leans towards the camera. */
  pitch?: number;
  /** Degrees about z, applied first. */
  roll?: number;
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Puts a model on the stage. Lengths in centimetres, angles in degrees. */
export function place(model: Model, placing: Placing = {}): Prop {
  const { x = 0, y = 0, z = 0, scale = 1, yaw = 0, pitch = 0, roll = 0 } = placing;
  const [cy, sy] = [Math.cos(radians(yaw)), Math.sin(radians(yaw))];
  const [cp, sp] = [Math.cos(radians(pitch)), Math.sin(radians(pitch))];
  const [cr, sr] = [Math.cos(radians(roll)), Math.sin(radians(roll))];
  // Columns of Ry * Rx * Rz: where the local axes point in the world.
  const ax = [cy * cr + sy * sp * sr, cp * sr, -sy * cr + cy * sp * sr] as const;
  const ay = [-cy * sr + sy * sp * cr, cp * cr, sy * sr + cy * sp * cr] as const;
  const az = [sy * cp, -sp, cy * cp] as const;
  const lift = model.centerY * scale;
  return {
    ...model,
    x,
    y,
    z,
    scale,
    m: [...ax, ...ay, ...az],
    bx: x + ay[0] * lift,
    by: y + ay[1] * lift,
    bz: z + ay[2] * lift,
    reach: model.radius * scale,
  };
}
