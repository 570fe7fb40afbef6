import { type LabelInk, roundLabel, tinLabel } from "../props/labels";
import { tin } from "../props/packaging";
import { print } from "../studio/art";
import { type Placing, type Prop, place } from "../studio/prop";

/** Name of the second shop, as printed on its packaging. */
export const TEA_BRAND = "云脚茶铺";

/** What is printed on a tin of tea. */
export interface TinLook {
  title: string;
  note: string;
  label: LabelInk;
}

/** A labelled tin of the tea shop, ten centimetres high at scale 1. */
export function teaTin({ title, note, label }: TinLook, placing: Placing): Prop {
  const face = print(tinLabel(label, title, note, TEA_BRAND));
  return place(tin(3.9, 10, face, print(roundLabel(label, title, TEA_BRAND))), placing);
}
