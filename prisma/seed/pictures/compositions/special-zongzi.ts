import { plaitedTray, steamer } from "../props/bamboo";
import { bowOn } from "../props/bow";
import { clearZongzi } from "../props/clear-zongzi";
import { paste, piece, pork, yolk } from "../props/fillings";
import { CREAM_LABEL, dumplingMark, LEAF_LABEL, pouchLabel } from "../props/labels";
import { COOKED, FRESH, looseLeaf } from "../props/leaf";
import { pouch } from "../props/packaging";
import { LIGHT_SOY_RICE, LYE_RICE, WHITE_RICE } from "../props/rice";
import { linenTable, matTable, stoneTable, woodTable } from "../props/tables";
import { bowl, CELADON, INDIGO, IVORY, liquor, plate } from "../props/ware";
import { openedZongzi, RED_TWINE, TWINE, wrappedZongzi } from "../props/zongzi";
import { fourCornered, pillow } from "../props/zongzi-body";
import { print } from "../studio/art";
import { ink } from "../studio/color";
import { type Placing, type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, SQUARE } from "./frame";
import { spreadLeaves, tied } from "./zongzi-kit";

const oak = woodTable("#c99f6c", "#8a5d35");
const lime = stoneTable("#dcd3c2", "#b8a88e");
const sage = linenTable("#c9cdb4", "#98a283");
const sky = linenTable("#d5dcd8", "#a9b6b2");
const mat = matTable("#d9bb86", "#8d6a38");

function pillowTied(seed: number, placing: Placing): Prop[] {
  const dumpling = place(wrappedZongzi({ body: pillow(), leaf: COOKED, seed }), placing);
  return [dumpling, bowOn(dumpling, TWINE, [0.1, 0.9, 0.45], { pitch: 20 })];
}

/** Slice off the end of a long dumpling, cut face towards the camera. */
function pillowSlice(placing: Placing): Prop {
  const at = (y: number, z: number): readonly [number, number, number] => [1.1, y, z];
  const fillings = [
    yolk(at(3.1, -0.75), 0.95),
    pork(at(2, 0.5), [1.4, 0.72, 1.25], 4),
    paste(at(2.45, 0), [1.6, 1.75, 2], "#d6c07a", "#a89248"),
  ];
  return place(
    openedZongzi({ body: pillow(4.4, 2.5), rice: LIGHT_SOY_RICE, fillings, cut: [1, 0, 0, 1.2] }),
    placing,
  );
}

async function guozheng(): Promise<Stage> {
  return {
    props: [
      place(looseLeaf({ half: 17, width: 3.4, seed: 3, ink: COOKED }), { z: 3, yaw: 14 }),
      place(looseLeaf({ half: 16, width: 3.2, seed: 5, ink: COOKED }), {
        x: 1,
        y: 0.1,
        z: -2,
        yaw: -16,
      }),
      ...pillowTied(4, { x: -1.6, y: 0.4, z: -3.6, yaw: 14, scale: 1.15 }),
      pillowSlice({ x: 2.2, y: 0.4, z: 4.4, yaw: -62, scale: 1.05 }),
    ],
    table: oak,
    camera: lookAt(24, [0, 1.8, 0.4], 38),
    pattern: await bambooShade(46, [-3, -2], 21, 0.5),
    pixels: SQUARE,
  };
}

function guozhengCut(): Stage {
  return {
    props: [
      place(plate(8.6, INDIGO, 0.9)),
      ...spreadLeaves(0, 0.62, 0.8, 4, 0.86),
      pillowSlice({ x: 0.2, y: 0.9, z: 0.2, yaw: -68, scale: 1.2 }),
      ...pillowTied(7, { x: -7, z: -10.5, yaw: 12, scale: 1.15 }),
    ],
    table: oak,
    camera: lookAt(18, [0, 2.4, 0.4], 36),
    pixels: SQUARE,
  };
}

/** Plain lye dumpling, whole or cut. */
function lyeZongzi(cut: boolean, placing: Placing): Prop {
  const whole = { body: fourCornered(), rice: LYE_RICE, fillings: [] };
  return place(openedZongzi(cut ? { ...whole, cut: [0, 0.361, 0.932, 1.5] } : whole), placing);
}

async function lye(): Promise<Stage> {
  return {
    props: [
      place(plate(10.2, IVORY)),
      ...spreadLeaves(0.6, 0.72, 2.6, 6, 0.8),
      lyeZongzi(false, { x: -1.2, y: 0.95, z: 2.2, yaw: 16 }),
      lyeZongzi(false, { x: 4.4, y: 0.95, z: 0, yaw: -30, scale: 0.92 }),
      ...tied({ leaf: COOKED, twine: TWINE }, 4, { x: -2.2, y: 0.72, z: -5, yaw: 30 }),
      place(bowl(3.4, 2.8, CELADON, liquor("#8a4a1c", "#542608", 3.4)), { x: 10.4, z: -8.2 }),
    ],
    table: sage,
    camera: lookAt(23.5, [0.4, 1.8, 0], 38),
    pattern: await bambooShade(46, [-3, -2], 22, 0.5),
    pixels: SQUARE,
  };
}

function lyeDetail(): Stage {
  return {
    props: [
      place(plate(7.6, CELADON, 0.9), { x: -1 }),
      lyeZongzi(true, { x: -1.4, y: 0.75, z: 0.8, yaw: 8, pitch: -9, scale: 1.1 }),
      place(bowl(3, 2.6, IVORY, liquor("#8a4a1c", "#542608", 3)), { x: 6.6, z: -5.4 }),
      ...tied({ leaf: COOKED, twine: TWINE }, 9, { x: -8.6, z: -7.4, yaw: 36 }),
    ],
    table: sage,
    camera: lookAt(17, [0, 2.4, 0], 34, -6),
    pixels: SQUARE,
  };
}

const CRYSTALS = [
  { shell: "#efe4e6", depth: "#d9b9bd", heart: "#7a1d2c" },
  { shell: "#f3ead2", depth: "#e6cd93", heart: "#e8a02c", seed: 3 },
  { shell: "#e6ecdc", depth: "#bccb9f", heart: "#6c8a3a", seed: 5 },
] as const;

async function crystal(): Promise<Stage> {
  const [red, mango, matcha] = CRYSTALS;
  return {
    props: [
      place(plate(10.4, INDIGO)),
      place(looseLeaf({ half: 9, width: 2.2, seed: 2 }), { x: -0.6, y: 0.66, z: 1.4, yaw: 26 }),
      place(clearZongzi(red), { x: -3, y: 0.85, z: 2.6, yaw: 18, scale: 0.9 }),
      place(clearZongzi(mango), { x: 3.7, y: 0.75, z: 1.6, yaw: -22, scale: 0.9 }),
      place(clearZongzi(matcha), { x: -0.4, y: 0.75, z: -3.9, yaw: 8, scale: 0.9 }),
    ],
    table: sky,
    camera: lookAt(23, [0, 1.6, 0], 40),
    pattern: await bambooShade(46, [-3, -2], 23, 0.4),
    pixels: SQUARE,
  };
}

function crystalDetail(): Stage {
  const [red, mango] = CRYSTALS;
  return {
    props: [
      place(plate(7.6, IVORY, 0.9)),
      place(clearZongzi(red), { x: -0.6, y: 0.72, z: 1, yaw: 8, scale: 1.15 }),
      place(clearZongzi(mango), { x: 6, y: 0.72, z: -6, yaw: -40 }),
    ],
    table: sky,
    camera: lookAt(16, [0, 2.4, 0.3], 34, 6),
    pixels: SQUARE,
  };
}

const MINI_TWINES = ["#b8332c", "#efe4c8", "#d9a12e", "#4d7d6d", "#7a4a7e"].map(ink);

/** Small dumplings in a loose ring, one colour of twine for each flavour. */
function miniHeap(count: number, spread: number, floor: number): Prop[] {
  return Array.from({ length: count }, (_, index) => {
    const turn = index * 2.399;
    const away = spread * Math.sqrt(index / count);
    const twine = MINI_TWINES[index % MINI_TWINES.length] ?? TWINE;
    return tied({ leaf: index % 2 === 0 ? FRESH : COOKED, twine }, index + 2, {
      x: Math.cos(turn) * away,
      y: floor,
      z: Math.sin(turn) * away,
      yaw: index * 67,
      scale: 0.52,
    });
  }).flat();
}

async function mini(): Promise<Stage> {
  return {
    props: [place(plaitedTray(10.6)), ...miniHeap(11, 8, 0.5)],
    table: lime,
    camera: lookAt(23, [0, 1, 0], 46),
    pattern: await bambooShade(46, [-3, -2], 24, 0.55),
    pixels: SQUARE,
  };
}

function miniDetail(): Stage {
  const white = openedZongzi({
    body: fourCornered(),
    rice: WHITE_RICE,
    fillings: [piece([0, 2, 0.4], [1, 0.9, 1], "#8c2f22", "#54180f")],
    cut: [0, 0.361, 0.932, 1.5],
  });
  return {
    props: [
      place(plate(6.4, CELADON, 0.8)),
      place(white, { x: 1, y: 0.8, z: 1.6, pitch: -8, scale: 0.56 }),
      ...tied({ leaf: FRESH, twine: RED_TWINE }, 5, {
        x: -2.6,
        y: 0.62,
        z: -0.4,
        yaw: 30,
        scale: 0.54,
      }),
      ...tied({ leaf: COOKED, twine: ink("#d9a12e") }, 8, {
        x: 2.2,
        y: 0.62,
        z: -2.8,
        yaw: -40,
        scale: 0.54,
      }),
    ],
    table: lime,
    camera: lookAt(13, [0, 1.2, 0], 40),
    pixels: SQUARE,
  };
}

async function breakfast(): Promise<Stage> {
  return {
    props: [
      place(steamer(7.6, 3.6), { x: -2.6, z: -2.4 }),
      ...tied({ twine: TWINE }, 3, { x: -4.8, y: 1.6, z: -1.4, yaw: 20, scale: 0.72 }),
      ...tied({ twine: TWINE }, 6, { x: -0.2, y: 1.6, z: -3.4, yaw: -40, scale: 0.72 }),
      place(bowl(4, 3.4, IVORY, liquor("#efe6d2", "#e6d8bb", 4)), { x: 7.4, z: 2.8 }),
      place(
        pouch(
          7.6,
          10,
          1.5,
          print(pouchLabel(CREAM_LABEL, "早餐粽", "净含量 100 克", "箬里粽坊", dumplingMark)),
        ),
        { x: -5.4, z: 8.6, yaw: 22 },
      ),
    ],
    table: mat,
    camera: lookAt(25, [0.4, 1.6, 1.4], 42),
    steam: [{ x: 0.38, y: 0.42, width: 0.4, height: 0.42, strength: 0.5 }],
    pixels: SQUARE,
  };
}

function breakfastPack(): Stage {
  const face = print(pouchLabel(LEAF_LABEL, "早餐粽", "净含量 100 克", "箬里粽坊", dumplingMark));
  const pouches = [-1, 0, 1].map((step) =>
    place(pouch(8, 11, 1.6, face), {
      x: step * 9,
      z: step * step * 1.4 - 1,
      yaw: step * -8,
    }),
  );
  return { props: pouches, table: mat, camera: lookAt(27.5, [0, 0.8, 0], 50), pixels: SQUARE };
}

/** Dumplings that are not simply a four-cornered flavour. */
export const SPECIAL_STAGES: readonly [string, () => Stage | Promise<Stage>][] = [
  ["guozheng-zong", guozheng],
  ["guozheng-zong-cut", guozhengCut],
  ["jianshui-zong", lye],
  ["jianshui-zong-detail", lyeDetail],
  ["shuijing-zong", crystal],
  ["shuijing-zong-detail", crystalDetail],
  ["mini-zong", mini],
  ["mini-zong-detail", miniDetail],
  ["zaocan-zong", breakfast],
  ["zaocan-zong-pack", breakfastPack],
];
