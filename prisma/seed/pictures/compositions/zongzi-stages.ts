import { plaitedTray, steamer } from "../props/bamboo";
import { dumplingMark, frontLabel, lidLabel, pouchLabel } from "../props/labels";
import { looseLeaf } from "../props/leaf";
import { giftBox, pouch } from "../props/packaging";
import { linenTable } from "../props/tables";
import { plate } from "../props/ware";
import { print } from "../studio/art";
import { ink } from "../studio/color";
import { type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, SQUARE } from "./frame";
import { type Flavour, sliced, spreadLeaves, tied } from "./zongzi-kit";

/** The vessel or leaves the dumplings lie on, and how high its floor is. */
function ground(flavour: Flavour): { props: Prop[]; floor: number } {
  const { seed } = flavour;
  if (flavour.layout === "steamer") return { props: [place(steamer(10.8, 4.2))], floor: 2 };
  if (flavour.layout === "tray") return { props: [place(plaitedTray(11.6))], floor: 0.55 };
  if (flavour.layout === "plate") return { props: [place(plate(11.2, flavour.ware))], floor: 0.72 };
  const leaves = [
    place(looseLeaf({ seed, half: 15, width: 3 }), { x: -2, z: -1.5, yaw: 24 }),
    place(looseLeaf({ seed: seed + 1, half: 14, width: 2.8 }), { x: 2, y: 0.12, z: 1.5, yaw: -28 }),
    place(looseLeaf({ seed: seed + 2, half: 14, width: 2.8 }), { x: 0, y: 0.22, z: 3.6, yaw: 6 }),
  ];
  if (flavour.layout === "leaves") return { props: leaves, floor: 0.3 };
  return { props: [place(plate(6.8, flavour.ware, 0.7), { x: 2.4, z: 3.6 })], floor: 0.1 };
}

/** Main picture: two tied dumplings behind, one opened in front. */
export async function mainStage(flavour: Flavour): Promise<Stage> {
  const { props, floor } = ground(flavour);
  const { seed } = flavour;
  const onPlate = flavour.layout === "board" ? 0.62 : 0;
  const open = { x: 2.3 - (seed % 3) * 0.4, z: 3.9 };
  return {
    props: [
      ...props,
      ...tied(flavour, seed, { x: -4.6, y: floor, z: -1.6, yaw: 22 + (seed % 4) * 9, scale: 1.02 }),
      ...tied(flavour, seed + 3, {
        x: 3.6,
        y: floor,
        z: -4.4,
        yaw: -34 - (seed % 3) * 16,
        scale: 1.02,
      }),
      ...(flavour.layout === "board" ? [] : spreadLeaves(open.x, floor, open.z + 0.6, seed, 0.66)),
      sliced(flavour, { ...open, y: floor + 0.28 + onPlate, yaw: -8, scale: 0.98 }),
      ...(flavour.strewn ?? []),
    ],
    table: flavour.table,
    camera: lookAt(23.5, [0, 2.2, 0.6], 37),
    pattern: await bambooShade(46, [-3, -2], seed, 0.55),
    ...(flavour.steam
      ? { steam: [{ x: 0.44, y: 0.5, width: 0.34, height: 0.46, strength: 0.36 }] }
      : {}),
    pixels: SQUARE,
  };
}

/** Close view of the cut. */
export function cutStage(flavour: Flavour): Stage {
  const { seed } = flavour;
  return {
    props: [
      place(plate(9.2, flavour.ware, 0.9)),
      ...spreadLeaves(0, 0.62, 0.8, seed + 5, 0.82),
      sliced(flavour, { x: 0, y: 1, z: 0.8, yaw: seed % 2 === 0 ? -9 : 9, scale: 1.12 }),
      ...tied(flavour, seed + 7, { x: -8.6, z: -8.6, yaw: 40, scale: 1.05 }),
      place(looseLeaf({ seed: seed + 9, half: 14 }), { x: 9, z: -9.5, yaw: -24 }),
    ],
    table: flavour.table,
    camera: lookAt(17.5, [0, 3, 0.6], 34, seed % 2 === 0 ? 6 : -6),
    steam: [{ x: 0.52, y: 0.42, width: 0.3, height: 0.4, strength: 0.26 }],
    pixels: SQUARE,
  };
}

/** As it is sold: a vacuum pouch, the carton behind, a dumpling beside. */
export function packStage(flavour: Flavour): Stage {
  const { label, title, note, seed } = flavour;
  const face = print(pouchLabel(label, title, note, "箬里粽坊", dumplingMark));
  const carton = giftBox({
    width: 15,
    height: 6.4,
    depth: 10.5,
    top: print(lidLabel(label, title, "手包 慢煮", "箬里粽坊", dumplingMark)),
    front: print(frontLabel(label, "箬里粽坊", dumplingMark)),
    side: ink(label.ground),
  });
  return {
    props: [
      place(carton, { x: 3.4, z: -6.6, yaw: -16 }),
      place(pouch(11, 15.4, 2.1, face), { x: -5.2, z: 5.4, yaw: 14 }),
      ...tied(flavour, seed, { x: 7.2, z: 4.8, yaw: -28, scale: 0.96 }),
      place(looseLeaf({ seed, half: 13 }), { x: 10, z: 11.2, yaw: 18 }),
      place(looseLeaf({ seed: seed + 4, half: 14 }), { x: -13, z: -9, yaw: 52 }),
    ],
    table: linenTable("#e9e1cf", "#c3b596"),
    camera: lookAt(28, [0, 1.8, 0.4], 46),
    pixels: SQUARE,
  };
}
