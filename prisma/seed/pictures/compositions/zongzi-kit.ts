import { bowOn } from "../props/bow";
import type { LabelInk } from "../props/labels";
import { COOKED, type LeafInk, looseLeaf } from "../props/leaf";
import type { RiceLook } from "../props/rice";
import type { Glaze } from "../props/ware";
import { type Filling, openedZongzi, TWINE, wrappedZongzi } from "../props/zongzi";
import { type Body, fourCornered } from "../props/zongzi-body";
import type { Ink } from "../studio/color";
import type { Material } from "../studio/prop";
import { type Placing, type Prop, place } from "../studio/prop";

/** Cut plane parallel to the front face, and the height at which it meets the middle. */
const CUT = [0, 0.361, 0.932, 1.5] as const;

/** A point on the cut, given across and up in centimetres. */
export function onCut(x: number, y: number): readonly [number, number, number] {
  return [x, y, (CUT[3] - CUT[1] * y) / CUT[2] - 0.15];
}

/** Everything that makes one flavour look like itself. */
export interface Flavour {
  name: string;
  title: string;
  note: string;
  rice: RiceLook;
  fillings: readonly Filling[];
  table: Material;
  ware: Glaze;
  label: LabelInk;
  leaf?: LeafInk;
  twine?: Ink;
  layout: "plate" | "leaves" | "steamer" | "tray" | "board";
  /** Ingredients strewn beside the dumplings. */
  strewn?: readonly Prop[];
  seed: number;
  steam?: boolean;
}

/** A tied dumpling with its bow. */
export function tied(
  flavour: Pick<Flavour, "leaf" | "twine">,
  seed: number,
  placing: Placing,
  body: Body = fourCornered(),
): Prop[] {
  const twine = flavour.twine ?? TWINE;
  const dumpling = place(
    wrappedZongzi({ body, leaf: flavour.leaf ?? COOKED, twine, seed }),
    placing,
  );
  return [
    dumpling,
    bowOn(dumpling, twine, [0.14, 0.62, 0.6], {
      yaw: ((seed * 37) % 50) - 25,
      scale: 0.8 * (placing.scale ?? 1),
    }),
  ];
}

/** The opened dumpling, sliced so that its filling faces the camera. */
export function sliced(flavour: Flavour, placing: Placing): Prop {
  const model = openedZongzi({
    body: fourCornered(),
    rice: flavour.rice,
    fillings: flavour.fillings,
    cut: CUT,
  });
  return place(model, { pitch: -9, ...placing });
}

/** Leaves spread under an opened dumpling. */
export function spreadLeaves(x: number, y: number, z: number, seed: number, scale = 1): Prop[] {
  const leaf = (turn: number, step: number): Prop =>
    place(looseLeaf({ seed: seed + step, ink: COOKED, half: 9.5, width: 2.3, curl: 0.9 }), {
      x: x + Math.cos(turn) * 0.6,
      y: y + step * 0.1,
      z: z + 0.4 + step * 0.3,
      yaw: (turn * 180) / Math.PI,
      scale,
    });
  return [leaf(0.35, 0), leaf(-0.42, 1)];
}
