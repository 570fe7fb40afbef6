import { plaitedTray } from "../props/bamboo";
import { frontLabel, lidLabel, PINE_LABEL, roundLabel, TEA_LABEL, teaMark } from "../props/labels";
import { giftBox } from "../props/packaging";
import { linenTable, matTable, woodTable } from "../props/tables";
import { type TeaLook, teaCake, teaPile, teapot, wrappedCake } from "../props/tea-things";
import { bowl, CELADON, CLAY, INDIGO, IVORY, liquor } from "../props/ware";
import { print } from "../studio/art";
import { ink } from "../studio/color";
import { place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, SQUARE } from "./frame";
import { LOOSE_TEA_STAGES } from "./loose-tea-stages";
import { TEA_BRAND, teaTin } from "./tea-tin";

const walnut = woodTable("#7a5840", "#443020");
const mist = linenTable("#ccd3cb", "#9daaa2");
const mat = matTable("#cdb383", "#846636");

const RIPE: TeaLook = {
  leaf: "#4b3323",
  deep: "#1f130c",
  tip: "#8a5e34",
  tips: 0.22,
  shape: "twisted",
};

async function cake(): Promise<Stage> {
  const paper = print(
    roundLabel({ ground: "#ece5d2", line: "#5a3a26", accent: "#a5442f" }, "陈年熟普", TEA_BRAND),
  );
  return {
    props: [
      place(wrappedCake(7.2, paper), { x: -3.8, z: -3.2, yaw: 8 }),
      place(teaCake(6.6, RIPE), { x: 4.8, y: 0.2, z: 4.2 }),
      place(bowl(2.8, 2.6, IVORY, liquor("#7a2c12", "#481206", 2.8)), { x: 7.6, z: -7 }),
    ],
    table: walnut,
    camera: lookAt(25, [0.4, 1.2, 0], 48),
    pattern: await bambooShade(48, [-3, -2], 56, 0.5),
    pixels: SQUARE,
  };
}

function cakeDetail(): Stage {
  return {
    props: [
      place(teaCake(7, RIPE), { x: -0.6, y: 0.2, z: 0, pitch: 4 }),
      ...teaPile(1.8, 1, RIPE, { x: 6.6, z: 5.2 }),
    ],
    table: walnut,
    camera: lookAt(16, [0.6, 1, 0.6], 44),
    pixels: SQUARE,
  };
}

async function teaSet(): Promise<Stage> {
  const cup = bowl(2.4, 2.3, CLAY, liquor("#c9742a", "#96450f", 2.4));
  return {
    props: [
      place(plaitedTray(11.4), { x: 0, z: 0 }),
      place(teapot(CLAY), { x: -2.6, y: 0.6, z: -2.4, yaw: -14, scale: 0.86 }),
      place(cup, { x: -3.4, y: 0.6, z: 6 }),
      place(cup, { x: 2.4, y: 0.6, z: 5.6 }),
      place(cup, { x: 7, y: 0.6, z: 2 }),
    ],
    table: mat,
    camera: lookAt(25, [0, 2.4, 0], 38),
    pattern: await bambooShade(48, [-3, -2], 57, 0.5),
    pixels: SQUARE,
  };
}

function teaSetDetail(): Stage {
  const cup = bowl(2.4, 2.3, CLAY, liquor("#c9742a", "#96450f", 2.4));
  return {
    props: [place(teapot(CLAY), { x: -1.2, z: -1, yaw: -22 }), place(cup, { x: 5.4, z: 4.6 })],
    table: mat,
    camera: lookAt(17.5, [0.8, 3, 0.6], 32),
    pixels: SQUARE,
  };
}

async function teaGift(): Promise<Stage> {
  const box = giftBox({
    width: 17,
    height: 5,
    depth: 12,
    gap: 3.1,
    top: print(lidLabel(PINE_LABEL, "山间", "四季之茶", TEA_BRAND, teaMark)),
    front: print(frontLabel(PINE_LABEL, TEA_BRAND, teaMark)),
    side: ink(PINE_LABEL.ground),
  });
  const names = [
    ["绿茶", TEA_LABEL],
    ["红茶", PINE_LABEL],
  ] as const;
  return {
    props: [
      place(box, { x: -0.6, z: -5.6, yaw: 10 }),
      ...names.map(([title, label], index) =>
        teaTin(
          { title, label, note: "净含量 30 克" },
          { x: -5 + index * 6.4, z: 6.4 - index * 0.6, yaw: 6 - index * 10, scale: 0.62 },
        ),
      ),
      place(bowl(2.6, 2.5, CELADON, liquor("#d5cf8c", "#b8b25e", 2.6)), { x: 7.6, z: 4.6 }),
    ],
    table: mist,
    camera: lookAt(26, [0, 2.4, 0], 38),
    pattern: await bambooShade(48, [-3, -2], 58, 0.5),
    pixels: SQUARE,
  };
}

function teaGiftDetail(): Stage {
  const tins = (["绿茶", "白茶", "乌龙", "红茶"] as const).map((title, index) =>
    teaTin(
      { title, label: index % 2 === 0 ? TEA_LABEL : PINE_LABEL, note: "净含量 30 克" },
      { x: (index - 1.5) * 5.6, z: (index % 2) * 2.4 - 1, yaw: 8 - index * 5, scale: 0.66 },
    ),
  );
  return {
    props: [
      ...tins,
      place(bowl(2.4, 2.3, INDIGO, liquor("#c9742a", "#96450f", 2.4)), { x: 0.6, z: 7.4 }),
    ],
    table: mist,
    camera: lookAt(25, [0, 2.8, 1], 34),
    pixels: SQUARE,
  };
}

/** The second shop. */
export const TEA_STAGES: readonly [string, () => Stage | Promise<Stage>][] = [
  ...LOOSE_TEA_STAGES,
  ["chennian-shupu", cake],
  ["chennian-shupu-detail", cakeDetail],
  ["cutao-chaju", teaSet],
  ["cutao-chaju-detail", teaSetDetail],
  ["shanjian-chali", teaGift],
  ["shanjian-chali-detail", teaGiftDetail],
];
