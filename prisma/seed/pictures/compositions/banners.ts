import { basket, plaitedTray, steamer } from "../props/bamboo";
import { CREAM_LABEL, dumplingMark, LEAF_LABEL, pouchLabel, RED_LABEL } from "../props/labels";
import { COOKED, FRESH, looseLeaf } from "../props/leaf";
import { giftBox, pouch } from "../props/packaging";
import { mouldedCake } from "../props/side-food";
import { linenTable, matTable, paperTable, stoneTable, woodTable } from "../props/tables";
import { bowl, CELADON, IVORY, liquor, plate } from "../props/ware";
import { RED_TWINE, TWINE } from "../props/zongzi";
import { print } from "../studio/art";
import { type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { SAVOURY, SWEET } from "./flavours";
import { lookAt, WIDE } from "./frame";
import { carton, filledTray } from "./gift-stages";
import { type Flavour, sliced, spreadLeaves, tied } from "./zongzi-kit";

const oak = woodTable("#c99f6c", "#8a5d35");
const walnut = woodTable("#8a6040", "#4e3220");
const lime = stoneTable("#dcd3c2", "#b8a88e");
const linen = linenTable("#e8deca", "#b9a88a");
const mat = matTable("#d9bb86", "#8d6a38");

function flavour(list: readonly Flavour[], name: string): Flavour {
  const found = list.find((one) => one.name === name);
  if (!found) throw new Error(`no flavour ${name}`);
  return found;
}

/** 送礼: boxes to the right, room for words on the left. */
async function gifts(): Promise<Stage> {
  const green = giftBox(carton(LEAF_LABEL, "端阳", "端午安康", [19, 5.6, 13]));
  const red = giftBox(carton(RED_LABEL, "同甘", "端午安康", [16, 4.8, 11]));
  return {
    props: [
      place(green, { x: 9, z: -5, yaw: -12 }),
      place(red, { x: 9.6, y: 5.62, z: -5.4, yaw: -4 }),
      ...tied({ twine: RED_TWINE }, 3, { x: 2.4, z: 7, yaw: 26, scale: 0.95 }),
      ...tied({ twine: TWINE }, 6, { x: 11, z: 8, yaw: -36, scale: 0.95 }),
      place(looseLeaf({ seed: 3, half: 14 }), { x: -9, z: 9.5, yaw: 16 }),
      place(looseLeaf({ seed: 8, half: 12 }), { x: 19.6, z: 6, yaw: 62 }),
    ],
    table: linen,
    camera: lookAt(47, [3.2, 4, 0], 34),
    pattern: await bambooShade(70, [-12, -4], 61, 0.6),
    pixels: WIDE,
  };
}

/** 自家吃: the steamer on the table at home. */
async function home(): Promise<Stage> {
  return {
    props: [
      place(steamer(11, 4.4), { x: 7.5, z: -1 }),
      ...tied({}, 3, { x: 3.4, y: 1.9, z: -0.6, yaw: 20 }),
      ...tied({ leaf: FRESH }, 6, { x: 11.2, y: 1.9, z: -3.6, yaw: -40 }),
      ...tied({}, 9, { x: 9.2, y: 1.9, z: 4.2, yaw: 8, scale: 0.9 }),
      place(plate(6.6, IVORY, 0.8), { x: -8.8, z: 4.6 }),
      ...spreadLeaves(-8.8, 0.62, 5.2, 3, 0.62),
      sliced(flavour(SAVOURY, "danhuang-rou-zong"), {
        x: -8.8,
        y: 0.9,
        z: 4.6,
        yaw: 6,
        scale: 0.95,
      }),
      place(bowl(3.2, 2.8, CELADON, liquor("#c9a24a", "#a8782a", 3.2)), { x: -14.6, z: -5.6 }),
    ],
    table: walnut,
    camera: lookAt(41, [-0.6, 2, 0.4], 34),
    pattern: await bambooShade(70, [-10, -4], 62, 0.45),
    steam: [{ x: 0.67, y: 0.42, width: 0.26, height: 0.4, strength: 0.55 }],
    pixels: WIDE,
  };
}

/** 企业福利: cartons in rows. */
async function company(): Promise<Stage> {
  const box = giftBox(carton(CREAM_LABEL, "同甘", "企业定制", [12, 3.8, 8.4]));
  const rows = [0, 1, 2].flatMap((column) =>
    [0, 1].map((level) =>
      place(box, {
        x: -6 + column * 12.8,
        y: level * 3.82,
        z: -7 + (column % 2) * 0.8,
        yaw: (column - level) * 2.4,
      }),
    ),
  );
  const open = carton(CREAM_LABEL, "同甘", "企业定制", [14, 3.6, 9.6]);
  return {
    props: [
      ...rows,
      ...filledTray({ ...open, gap: 0 }, 3, 2, { x: 6, z: 6.6, yaw: -6 }),
      place(looseLeaf({ seed: 3, half: 12 }), { x: -8.6, z: 7.4, yaw: 30 }),
    ],
    table: paperTable("#bcc5b0"),
    camera: lookAt(44, [5, 2, -0.4], 36),
    pattern: await bambooShade(70, [-10, -4], 63, 0.45),
    pixels: WIDE,
  };
}

/** 早餐: one dumpling, one bowl of soy milk, morning light. */
async function breakfast(): Promise<Stage> {
  return {
    props: [
      place(plate(7.6, CELADON, 0.9), { x: 4.4, z: 2.4 }),
      ...spreadLeaves(4.4, 0.65, 2.8, 4, 0.7),
      sliced(flavour(SAVOURY, "xianrou-zong"), { x: 4.4, y: 0.95, z: 2.4, yaw: -6, scale: 1.02 }),
      place(bowl(4.4, 3.8, IVORY, liquor("#f0e8d6", "#e6d9bd", 4.4)), { x: 14.8, z: -4.6 }),
      ...tied({}, 5, { x: -3.6, z: -5.4, yaw: 24 }),
      place(
        pouch(
          7.4,
          10,
          1.5,
          print(pouchLabel(CREAM_LABEL, "早餐粽", "净含量 100 克", "箬里粽坊", dumplingMark)),
        ),
        { x: -9.6, z: 4.6, yaw: 20 },
      ),
    ],
    table: mat,
    camera: lookAt(37, [3.2, 2, -0.2], 36),
    light: [-0.72, 0.56, -0.3],
    pattern: await bambooShade(70, [-10, -4], 64, 0.4),
    steam: [{ x: 0.79, y: 0.36, width: 0.2, height: 0.34, strength: 0.4 }],
    pixels: WIDE,
  };
}

/** 尝鲜: halves of six tastes in a row. */
async function tasting(): Promise<Stage> {
  const row = [
    flavour(SAVOURY, "danhuang-rou-zong"),
    flavour(SWEET, "zimi-yuni-zong"),
    flavour(SWEET, "babao-zong"),
    flavour(SAVOURY, "banli-danhuang-zong"),
    flavour(SWEET, "dousha-zong"),
  ];
  const halves = row.flatMap((one, index) => {
    const x = (index - 2) * 9;
    const z = index % 2 === 0 ? 2.4 : -1.6;
    return [
      place(plate(4.9, index % 2 === 0 ? IVORY : CELADON, 0.3), { x, z }),
      sliced(one, { x, y: 1.1, z: z - 0.7, yaw: (2 - index) * 4, scale: 0.86 }),
    ];
  });
  return {
    props: [
      ...halves,
      ...tied({ twine: RED_TWINE }, 4, { x: -13.4, z: -9.4, yaw: 30, scale: 0.8 }),
      ...tied({ leaf: FRESH }, 7, { x: 13.2, z: -9.8, yaw: -20, scale: 0.8 }),
      place(looseLeaf({ seed: 5, half: 12 }), { x: 0, z: -10.4, yaw: 8 }),
    ],
    table: lime,
    camera: lookAt(46, [0, 1.8, -1.6], 38),
    pattern: await bambooShade(70, [-8, -4], 65, 0.45),
    pixels: WIDE,
  };
}

function onTray(): Prop[] {
  return [
    place(plaitedTray(12), { x: 8, z: 0 }),
    ...tied({ twine: TWINE }, 3, { x: 4, y: 0.55, z: -2, yaw: 20 }),
    ...tied({ leaf: FRESH, twine: RED_TWINE }, 6, { x: 11.6, y: 0.55, z: -3.6, yaw: -46 }),
    ...tied({ leaf: COOKED, twine: TWINE }, 9, { x: 8.4, y: 0.55, z: 4.8, yaw: 6 }),
  ];
}

/** The shop's own banner. */
async function shop(): Promise<Stage> {
  return {
    props: [
      ...onTray(),
      place(basket(5, 4), { x: -14.5, z: -8, yaw: 30 }),
      ...tied({ twine: RED_TWINE }, 5, { x: -15.6, y: 2.4, z: -8.4, yaw: 20, scale: 0.56 }),
      ...tied({ leaf: FRESH }, 8, { x: -12.6, y: 2.4, z: -7.6, yaw: -30, scale: 0.56 }),
      place(looseLeaf({ seed: 4, half: 15, width: 3, ink: COOKED }), { x: -14, z: 8.4, yaw: 14 }),
      place(looseLeaf({ seed: 7, half: 14, width: 2.8 }), { x: -13, y: 0.2, z: 5.6, yaw: -8 }),
      place(mouldedCake("#cfc98a", "#8f8f4c"), { x: -5, z: -6, yaw: 16 }),
      place(mouldedCake("#cfc98a", "#8f8f4c"), { x: -0.4, z: -8.6, yaw: -8 }),
    ],
    table: oak,
    camera: lookAt(42, [0.2, 1.8, -0.4], 38),
    pattern: await bambooShade(70, [-12, -4], 66, 0.55),
    pixels: WIDE,
  };
}

/** Banner and scenes of the dumpling shop. */
export const BANNER_STAGES: readonly [string, () => Promise<Stage>][] = [
  ["scene-songli", gifts],
  ["scene-zijiachi", home],
  ["scene-qiyefuli", company],
  ["scene-zaocan", breakfast],
  ["scene-changxian", tasting],
  ["shop-ruoli-banner", shop],
];
