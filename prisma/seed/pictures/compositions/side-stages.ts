import { basket, plaitedTray } from "../props/bamboo";
import { binding, mugwortBundle, sachet } from "../props/festival";
import { brocade, CREAM_LABEL } from "../props/labels";
import { looseLeaf } from "../props/leaf";
import { giftBox } from "../props/packaging";
import { duckEgg, kernel, layeredCake, mouldedCake, riceBall } from "../props/side-food";
import { linenTable, matTable, paperTable, stoneTable, woodTable } from "../props/tables";
import { bowl, CELADON, INDIGO, IVORY, liquor, PERSIMMON, plate } from "../props/ware";
import { print } from "../studio/art";
import { ink } from "../studio/color";
import { type Placing, type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { strew } from "./flavours";
import { lookAt, SQUARE } from "./frame";
import { carton } from "./gift-stages";

const oak = woodTable("#c99f6c", "#8a5d35");
const blue = linenTable("#c6d0cf", "#93a3a4");
const lime = stoneTable("#dcd3c2", "#b8a88e");
const clay = stoneTable("#d8b59a", "#b88a6a");
const mat = matTable("#d9bb86", "#8d6a38");

/** Half an egg, cut face up and towards the camera. */
const halfEgg = (placing: Placing, seed = 1): Prop =>
  place(duckEgg(true, seed), { y: 1.9, pitch: -48, ...placing });

async function eggs(): Promise<Stage> {
  return {
    props: [
      place(plate(9.4, INDIGO), { x: 1.4, z: 2.6 }),
      halfEgg({ x: -1.4, y: 2.5, z: 3.6, yaw: 12 }),
      halfEgg({ x: 5, y: 2.5, z: 2.4, yaw: -16 }, 5),
      place(duckEgg(), { x: 1.8, y: 3, z: -2.2, yaw: 24 }),
      place(duckEgg(false, 3), { x: -8, y: 2.3, z: -6.2, yaw: -30 }),
      place(duckEgg(false, 6), { x: -2.6, y: 2.3, z: -8.8, yaw: 18 }),
    ],
    table: blue,
    camera: lookAt(24, [0.2, 1.6, 0], 40),
    pattern: await bambooShade(46, [-3, -2], 41, 0.45),
    pixels: SQUARE,
  };
}

function eggsDetail(): Stage {
  const nest = [
    [-3.6, -2.6, 60, 3.2],
    [3.4, -2.9, -50, 3.2],
    [-4.2, 2.6, -60, 3.2],
    [4.4, 2.2, 66, 3.2],
    [0.1, 3.4, 84, 2.9],
    [0.1, -0.6, 10, 5.5],
  ].map(([x = 0, z = 0, yaw = 0, y = 0], index) =>
    place(duckEgg(false, index + 2), { x, y, z, yaw, scale: 0.94 }),
  );
  return {
    props: [place(basket(8, 4.4), { yaw: 14 }), ...nest],
    table: lime,
    camera: lookAt(24, [0, 4, 0], 44),
    pixels: SQUARE,
  };
}

async function mungCake(): Promise<Stage> {
  const cake = mouldedCake("#cfc98a", "#8f8f4c");
  const spots = [
    [-4.6, -2.2, 8],
    [0.4, -3, -6],
    [-2.6, 2.6, -10],
    [2.8, 1.8, 12],
  ] as const;
  return {
    props: [
      place(plate(9, CELADON), { x: -0.8, z: 0 }),
      ...spots.map(([x, z, yaw]) => place(cake, { x, y: 0.7, z, yaw })),
      place(cake, { x: -0.9, y: 2.75, z: -0.3, yaw: 28 }),
      place(bowl(3.4, 3, IVORY, liquor("#c9b04a", "#9c8a2c", 3.4)), { x: 9.2, z: -6.6 }),
      ...strew([kernel([0.36, 0.3, 0.3], "#8c9a3f", "#5c6a22")], [8.6, 7.4], 2.6, 18, 4),
    ],
    table: oak,
    camera: lookAt(23, [0.2, 1.4, 0], 40),
    pattern: await bambooShade(46, [-3, -2], 42, 0.5),
    pixels: SQUARE,
  };
}

function mungCakeBox(): Stage {
  const cake = mouldedCake("#cfc98a", "#8f8f4c");
  const box = giftBox(carton(CREAM_LABEL, "绿豆糕", "少糖 细粉", [13, 4.4, 9.4]));
  return {
    props: [
      place(box, { x: 0.6, z: -5, yaw: -12 }),
      place(cake, { x: -3.4, z: 4.6, yaw: 16 }),
      place(cake, { x: 2.4, z: 5.6, yaw: -12 }),
    ],
    table: oak,
    camera: lookAt(22, [0, 1.4, 0], 44),
    pixels: SQUARE,
  };
}

async function greenBall(): Promise<Stage> {
  const whole = riceBall("#5d7a35", "#3c5521", null);
  return {
    props: [
      place(plaitedTray(9.6)),
      place(looseLeaf({ seed: 3, half: 8, width: 2.4, curl: 0.4 }), {
        x: -1,
        y: 0.7,
        z: 1,
        yaw: 22,
      }),
      place(whole, { x: -4, y: 0.7, z: -0.6 }),
      place(whole, { x: 1.4, y: 0.7, z: -4, yaw: 60 }),
      place(whole, { x: 5.4, y: 0.7, z: 0, yaw: 130 }),
      place(riceBall("#5d7a35", "#3c5521", "#4c1c1e"), {
        x: 0.4,
        y: 0.8,
        z: 3.4,
        yaw: -6,
        scale: 1.05,
      }),
    ],
    table: lime,
    camera: lookAt(22, [0.2, 1.4, 0], 40),
    pattern: await bambooShade(46, [-3, -2], 43, 0.5),
    pixels: SQUARE,
  };
}

function greenBallCut(): Stage {
  return {
    props: [
      place(plate(6.4, IVORY, 0.8)),
      place(riceBall("#5d7a35", "#3c5521", "#4c1c1e"), {
        x: -1.6,
        y: 0.6,
        z: 1.2,
        yaw: 8,
        scale: 1.1,
      }),
      place(riceBall("#5d7a35", "#3c5521", "#d98a3a"), { x: 3.2, y: 0.6, z: -0.8, yaw: -12 }),
    ],
    table: lime,
    camera: lookAt(13.5, [0.4, 1.8, 0], 36),
    pixels: SQUARE,
  };
}

async function osmanthus(): Promise<Stage> {
  const spots = [
    [-4, 0.4],
    [0, -1.8],
    [4, 0.4],
    [0, 2.6],
  ] as const;
  return {
    props: [
      place(plate(9, PERSIMMON)),
      ...spots.map(([x, z]) => place(layeredCake(), { x, y: 0.7, z })),
      place(bowl(3, 2.8, IVORY, liquor("#d99a2c", "#a86a14", 3)), { x: -9.4, z: -7 }),
      ...strew([kernel([0.22, 0.14, 0.22], "#e6a32a", "#c07a14")], [8.4, 7.6], 2.8, 26, 5),
    ],
    table: clay,
    camera: lookAt(22, [-0.2, 1.4, 0], 42),
    pattern: await bambooShade(46, [-3, -2], 44, 0.5),
    pixels: SQUARE,
  };
}

function osmanthusDetail(): Stage {
  return {
    props: [
      place(plate(7.4, CELADON, 0.7)),
      place(layeredCake(), { x: -2.4, y: 0.6, z: -1.2, yaw: 10 }),
      place(layeredCake(), { x: 2.2, y: 0.6, z: 1.6, yaw: -20 }),
    ],
    table: clay,
    camera: lookAt(14.5, [0.2, 1.4, 0], 36),
    pixels: SQUARE,
  };
}

async function mugwortHanging(): Promise<Stage> {
  const calamus = [-9, -2, 6].map((turn, index) =>
    place(looseLeaf({ half: 13, width: 0.8, curl: 0.5, seed: index + 2 }), {
      x: 3.4,
      y: 0.3 + index * 0.2,
      z: 0.5 - turn * 0.14,
      yaw: 34 + turn,
    }),
  );
  return {
    props: [
      ...calamus,
      ...mugwortBundle({ x: -5.4, z: 6, yaw: 38 }, 5, 6),
      place(binding(1.5, ink("#b8332c")), { x: -4.6, y: 0.7, z: 5.3, yaw: 38 }),
    ],
    table: paperTable("#e6dcc6"),
    camera: lookAt(25, [0.6, 0.8, 0.4], 58),
    pattern: await bambooShade(52, [-3, -2], 45, 0.35),
    pixels: SQUARE,
  };
}

function mugwortDetail(): Stage {
  return {
    props: [
      ...mugwortBundle({ x: -6, z: 3, yaw: 24 }, 11, 4),
      place(binding(1.4, ink("#b8332c")), { x: -5, y: 0.7, z: 2.5, yaw: 24 }),
    ],
    table: mat,
    camera: lookAt(15, [-0.6, 0.8, 0.4], 50),
    pixels: SQUARE,
  };
}

async function sachets(): Promise<Stage> {
  const red = sachet(print(brocade("#a23a32", "#e2b65c", "#f0dfb4")), ink("#d9a640"));
  const teal = sachet(print(brocade("#2f5a58", "#d8c48a", "#e9b48a")), ink("#b8402f"));
  return {
    props: [
      place(red, { x: -4.4, z: -0.6, yaw: 12 }),
      place(teal, { x: 4.8, z: 1, yaw: -14 }),
      ...mugwortBundle({ x: 3, z: -9.4, yaw: 184 }, 7, 2),
    ],
    table: paperTable("#e6dcc6"),
    camera: lookAt(24, [0.2, 0.8, 0.2], 58),
    pattern: await bambooShade(50, [-3, -2], 46, 0.4),
    pixels: SQUARE,
  };
}

function sachetDetail(): Stage {
  const plum = sachet(print(brocade("#6a3a55", "#d9b8a0", "#e9d08a")), ink("#d8c48a"));
  return {
    props: [place(plum, { x: 0, z: 0, yaw: 20 })],
    table: linenTable("#e8deca", "#b9a88a"),
    camera: lookAt(15, [0.3, 1, 0.6], 52),
    pixels: SQUARE,
  };
}

/** Eggs, cakes and things for the festival. */
export const SIDE_STAGES: readonly [string, () => Stage | Promise<Stage>][] = [
  ["xian-yadan", eggs],
  ["xian-yadan-detail", eggsDetail],
  ["lvdou-gao", mungCake],
  ["lvdou-gao-box", mungCakeBox],
  ["aicao-qingtuan", greenBall],
  ["aicao-qingtuan-cut", greenBallCut],
  ["guihua-nuomigao", osmanthus],
  ["guihua-nuomigao-detail", osmanthusDetail],
  ["aicao-guashu", mugwortHanging],
  ["aicao-guashu-detail", mugwortDetail],
  ["shoufeng-xiangnang", sachets],
  ["shoufeng-xiangnang-detail", sachetDetail],
];
