import { plaitedTray } from "../props/bamboo";
import { looseLeaf } from "../props/leaf";
import { matTable, stoneTable, woodTable } from "../props/tables";
import { lid, type TeaLook, teaPile, teapot } from "../props/tea-things";
import { bowl, CELADON, CLAY, IVORY, liquor, plate } from "../props/ware";
import { place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, WIDE } from "./frame";

const GREEN: TeaLook = {
  leaf: "#7c8a45",
  deep: "#39461f",
  tip: "#b7b878",
  tips: 0.35,
  shape: "flat",
};
const DARK: TeaLook = {
  leaf: "#3c2a22",
  deep: "#190f0c",
  tip: "#c08a3e",
  tips: 0.28,
  shape: "twisted",
};

async function daily(): Promise<Stage> {
  return {
    props: [
      place(plate(5.2, IVORY, 0.9), { x: 3, z: 2 }),
      place(bowl(4, 3.6, IVORY, liquor("#d5cf8c", "#b8b25e", 4)), { x: 3, y: 0.6, z: 2 }),
      place(lid(3.6, IVORY), { x: 11.4, y: 0.1, z: 5.4, pitch: -6 }),
      ...teaPile(3.6, 1.8, GREEN, { x: -7.4, z: 5 }),
      place(bowl(2.6, 2.5, CELADON, liquor("#d5cf8c", "#b8b25e", 2.6)), { x: 14.8, z: -4.8 }),
    ],
    table: stoneTable("#d9d6c8", "#aeb0a0"),
    camera: lookAt(36, [2.6, 1.8, 0], 36),
    pattern: await bambooShade(70, [-8, -4], 71, 0.55),
    steam: [{ x: 0.53, y: 0.4, width: 0.2, height: 0.36, strength: 0.35 }],
    pixels: WIDE,
  };
}

async function guests(): Promise<Stage> {
  const cup = bowl(2.5, 2.4, CLAY, liquor("#c9742a", "#96450f", 2.5));
  return {
    props: [
      place(plaitedTray(12), { x: 6, z: 0 }),
      place(teapot(CLAY), { x: 3.6, y: 0.6, z: -2.6, yaw: -14, scale: 0.86 }),
      place(cup, { x: 2, y: 0.6, z: 6.2 }),
      place(cup, { x: 8, y: 0.6, z: 6.2 }),
      place(cup, { x: 13, y: 0.6, z: 2.2 }),
      place(plate(4.6, CELADON, 0.8), { x: -11, z: 4 }),
      ...teaPile(2.8, 1.8, DARK, { x: -11, y: 0.6, z: 4 }),
    ],
    table: woodTable("#7a5840", "#443020"),
    camera: lookAt(40, [1.4, 2.4, 0], 36),
    pattern: await bambooShade(70, [-8, -4], 72, 0.5),
    steam: [{ x: 0.72, y: 0.32, width: 0.16, height: 0.3, strength: 0.5 }],
    pixels: WIDE,
  };
}

async function shop(): Promise<Stage> {
  return {
    props: [
      ...teaPile(4.4, 2.2, GREEN, { x: 8, z: 3.6 }),
      place(bowl(4, 3.6, CELADON, liquor("#d5cf8c", "#b8b25e", 4)), { x: 1, z: -2.4 }),
      place(teapot(CELADON), { x: 12.4, z: -7, yaw: 190, scale: 0.9 }),
      place(looseLeaf({ seed: 5, half: 10, width: 1.4 }), { x: -9.4, z: 6.4, yaw: 24 }),
    ],
    table: matTable("#cdb383", "#846636"),
    camera: lookAt(37, [2, 2, -1], 36),
    pattern: await bambooShade(70, [-8, -4], 73, 0.55),
    pixels: WIDE,
  };
}

/** Banner and scenes of the tea shop. */
export const TEA_BANNER_STAGES: readonly [string, () => Promise<Stage>][] = [
  ["scene-kouliang", daily],
  ["scene-daike", guests],
  ["shop-yunjiao-banner", shop],
];
