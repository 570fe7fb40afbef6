import type { Ink } from "./color";
import type { Material, Prop } from "./prop";

/** A brightness picture laid over the table: 1 full light, less under a leaf. World x, z in cm. */
export type LightPattern = (x: number, z: number) => number;

export interface Camera {
  /** What the middle of the picture looks at. */
  target: readonly [number, number, number];
  /** Degrees above the table and degrees around it. */
  height: number;
  around: number;
  /** Centimetres from the target. */
  distance: number;
  /** Centimetres of stage that fill the picture's width at the target. */
  width: number;
}

export interface Steam {
  /** Fractions of the picture: where the steam rises from, how wide and how high. */
  x: number;
  y: number;
  width: number;
  height: number;
  strength: number;
}

/** All that is needed to take one picture. */
export interface Stage {
  props: readonly Prop[];
  table: Material;
  camera: Camera;
  /** Direction towards the key light; need not be a unit vector. */
  light?: readonly [number, number, number];
  lightColor?: Ink;
  pattern?: LightPattern;
  steam?: readonly Steam[];
  /** Multiplies the light of the whole picture; 1 by default. */
  exposure?: number;
  /** Pixels; products are square, banners wide. */
  pixels: readonly [number, number];
}
