import { basket } from "../props/bamboo";
import {
  CREAM_LABEL,
  dumplingMark,
  frontLabel,
  type LabelInk,
  LEAF_LABEL,
  lidLabel,
  pouchLabel,
  RED_LABEL,
} from "../props/labels";
import { COOKED, FRESH, looseLeaf } from "../props/leaf";
import { type BoxLook, giftBox, pouch, tray } from "../props/packaging";
import { duckEgg } from "../props/side-food";
import { linenTable, paperTable, stoneTable, woodTable } from "../props/tables";
import { RED_TWINE, TWINE } from "../props/zongzi";
import { print } from "../studio/art";
import { ink } from "../studio/color";
import { type Placing, type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, SQUARE } from "./frame";
import { tied } from "./zongzi-kit";

const BRAND = "箬里粽坊";

/** A printed carton of the shop. Sizes in centimetres. */
export function carton(
  look: LabelInk,
  name: string,
  line: string,
  size: readonly [number, number, number],
): BoxLook {
  const [width, height, depth] = size;
  return {
    width,
    height,
    depth,
    top: print(lidLabel(look, name, line, BRAND, dumplingMark)),
    front: print(frontLabel(look, BRAND, dumplingMark)),
    side: ink(look.ground),
    gap: height * 0.62,
  };
}

/** Open tray filled with small dumplings, one in each cell. */
export function filledTray(look: BoxLook, columns: number, rows: number, placing: Placing): Prop[] {
  const turn = ((placing.yaw ?? 0) * Math.PI) / 180;
  const [cw, cd] = [look.width / columns, look.depth / rows];
  const scale = Math.min(cw, cd) / 10.6;
  const props = [place(tray(look, columns, rows, ink("#efe6d2")), placing)];
  for (let column = 0; column < columns; column += 1)
    for (let row = 0; row < rows; row += 1) {
      const x = (column - (columns - 1) / 2) * cw;
      const z = (row - (rows - 1) / 2) * cd;
      const index = column * rows + row;
      props.push(
        ...tied(
          { leaf: index % 3 === 0 ? FRESH : COOKED, twine: index % 2 === 0 ? TWINE : RED_TWINE },
          index + 2,
          {
            x: (placing.x ?? 0) + x * Math.cos(turn) + z * Math.sin(turn),
            y: (placing.y ?? 0) + Math.max(0.5, look.height - 4.4 * scale),
            z: (placing.z ?? 0) - x * Math.sin(turn) + z * Math.cos(turn),
            yaw: (placing.yaw ?? 0) + (index % 2) * 180 + 12,
            scale,
          },
        ),
      );
    }
  return props;
}

async function duanyang(): Promise<Stage> {
  const box = carton(LEAF_LABEL, "端阳", "端午安康", [19, 5.6, 13]);
  return {
    props: [
      place(giftBox(box), { x: -1.5, z: -5.4, yaw: 14 }),
      ...tied({ twine: RED_TWINE }, 3, { x: -6.6, z: 6.6, yaw: 24, scale: 0.9 }),
      ...tied({ twine: TWINE }, 6, { x: 1, z: 7.6, yaw: -36, scale: 0.9 }),
      place(looseLeaf({ seed: 3, half: 12 }), { x: 9.4, z: 7.4, yaw: 36 }),
    ],
    table: linenTable("#e8deca", "#b9a88a"),
    camera: lookAt(29, [-0.4, 1.8, 0.6], 40),
    pattern: await bambooShade(52, [-3, -2], 31, 0.55),
    pixels: SQUARE,
  };
}

function duanyangOpen(): Stage {
  const box = carton(LEAF_LABEL, "端阳", "端午安康", [20, 4.4, 14]);
  return {
    props: filledTray({ ...box, gap: 0 }, 3, 2, { x: 0, z: 0, yaw: 10 }),
    table: linenTable("#e8deca", "#b9a88a"),
    camera: lookAt(26, [0, 1.8, 0], 54),
    pixels: SQUARE,
  };
}

async function hamper(): Promise<Stage> {
  return {
    props: [
      place(basket(7.6, 6), { x: 0, z: -1, yaw: 24 }),
      ...tied({ leaf: FRESH, twine: RED_TWINE }, 2, {
        x: -2.4,
        y: 3.6,
        z: -1.2,
        yaw: 20,
        scale: 0.8,
      }),
      ...tied({ leaf: COOKED }, 5, { x: 2.4, y: 3.6, z: -2.8, yaw: -50, scale: 0.8 }),
      ...tied({ leaf: COOKED, twine: RED_TWINE }, 8, { x: 1, y: 3.8, z: 2, yaw: -10, scale: 0.7 }),
      place(duckEgg(), { x: 8.4, y: 2.2, z: 6.2, yaw: 30, scale: 0.92 }),
      place(duckEgg(false, 4), { x: 3.6, y: 2.2, z: 8.6, yaw: -24, scale: 0.92 }),
      place(looseLeaf({ seed: 6, half: 11 }), { x: -8.4, z: 8.4, yaw: -22 }),
    ],
    table: stoneTable("#dcd3c2", "#b8a88e"),
    camera: lookAt(27, [0, 4, 0.6], 36),
    pattern: await bambooShade(52, [-3, -2], 32, 0.5),
    pixels: SQUARE,
  };
}

function hamperDetail(): Stage {
  const face = print(pouchLabel(LEAF_LABEL, "端午竹篮", "六粽四蛋", BRAND, dumplingMark));
  return {
    props: [
      place(pouch(10, 14, 1.6, face), { x: -6, z: 0.6, yaw: 12 }),
      ...tied({ leaf: FRESH, twine: RED_TWINE }, 4, { x: 5, z: -4, yaw: -28, scale: 0.9 }),
      place(duckEgg(), { x: 3, y: 2.1, z: 5.8, yaw: 20, scale: 0.9 }),
      place(duckEgg(false, 3), { x: 8.2, y: 2.1, z: 1.8, yaw: -50, scale: 0.9 }),
    ],
    table: stoneTable("#dcd3c2", "#b8a88e"),
    camera: lookAt(24, [0, 1.4, 0], 46),
    pixels: SQUARE,
  };
}

async function company(): Promise<Stage> {
  const cream = carton(CREAM_LABEL, "同甘", "企业定制", [16, 4.6, 11]);
  const box = giftBox(cream);
  return {
    props: [
      place(box, { x: -5, z: -7, yaw: 8 }),
      place(box, { x: -4.6, y: 4.62, z: -6.8, yaw: 3 }),
      place(box, { x: 3.4, z: 4.4, yaw: -14 }),
      ...tied({ twine: RED_TWINE }, 4, { x: -9, z: 5.6, yaw: 30, scale: 0.86 }),
    ],
    table: paperTable("#c3cbb8"),
    camera: lookAt(31, [-0.6, 2.6, -0.4], 40),
    pattern: await bambooShade(56, [-5, -4], 33, 0.4),
    pixels: SQUARE,
  };
}

function companyDetail(): Stage {
  const cream = carton(CREAM_LABEL, "同甘", "企业定制", [18, 5, 12.4]);
  return {
    props: [
      ...filledTray({ ...cream, gap: 0, height: 4.2 }, 4, 2, { x: 0, z: 3.2, yaw: -8 }),
      place(giftBox({ ...cream, height: 2 }), { x: -1, z: -10.6, yaw: -4 }),
    ],
    table: paperTable("#c3cbb8"),
    camera: lookAt(27, [-0.4, 1.2, -1.6], 48),
    pixels: SQUARE,
  };
}

/** Six small pouches, one for each taste. */
async function tasting(): Promise<Stage> {
  const tastes: readonly [string, LabelInk][] = [
    ["鲜肉", LEAF_LABEL],
    ["豆沙", RED_LABEL],
    ["蛋黄", CREAM_LABEL],
    ["蜜枣", CREAM_LABEL],
    ["碱水", LEAF_LABEL],
    ["八宝", RED_LABEL],
  ];
  const pouches = tastes.map(([name, look], index) => {
    const face = print(pouchLabel(look, name, "100 克", BRAND, dumplingMark));
    const [column, row] = [index % 3, Math.floor(index / 3)];
    return place(pouch(7, 9.4, 1.5, face), {
      x: (column - 1) * 7.8 + row * 0.4,
      z: (row - 0.5) * 10.4,
      yaw: ((index * 5) % 7) * 2 - 6,
    });
  });
  return {
    props: pouches,
    table: woodTable("#c99f6c", "#8a5d35"),
    camera: lookAt(27, [0.2, 0.5, 0], 58),
    pattern: await bambooShade(52, [-3, -2], 34, 0.5),
    pixels: SQUARE,
  };
}

function tastingDetail(): Stage {
  const twines = [RED_TWINE, TWINE, ink("#d9a12e"), ink("#4d7d6d"), ink("#7a4a7e"), ink("#3f5f7a")];
  const ring = twines.flatMap((twine, index) =>
    tied({ leaf: index % 2 === 0 ? COOKED : FRESH, twine }, index + 3, {
      x: ((index % 3) - 1) * 6.6,
      z: (Math.floor(index / 3) - 0.5) * 7,
      yaw: 20 + index * 13,
      scale: 0.7,
    }),
  );
  return {
    props: ring,
    table: woodTable("#c99f6c", "#8a5d35"),
    camera: lookAt(23, [0, 1.6, 0], 44),
    pixels: SQUARE,
  };
}

/** Gift boxes, hampers, samplers. */
export const GIFT_STAGES: readonly [string, () => Stage | Promise<Stage>][] = [
  ["duanyang-lihe", duanyang],
  ["duanyang-lihe-open", duanyangOpen],
  ["zhulan-lihe", hamper],
  ["zhulan-lihe-detail", hamperDetail],
  ["tonggan-qiye-lihe", company],
  ["tonggan-qiye-lihe-open", companyDetail],
  ["changxian-liuwei", tasting],
  ["changxian-liuwei-detail", tastingDetail],
];
