import { plaitedTray } from "../props/bamboo";
import {
  BLOSSOM_LABEL,
  frontLabel,
  type LabelInk,
  lidLabel,
  PINE_LABEL,
  roundLabel,
  SAGE_LABEL,
  TEA_LABEL,
  teaMark,
  tinLabel,
} from "../props/labels";
import { giftBox, tin } from "../props/packaging";
import { linenTable, matTable, stoneTable, woodTable } from "../props/tables";
import { jasmine, type TeaLook, teaCake, teaPile, teapot, wrappedCake } from "../props/tea-things";
import { bowl, CELADON, CLAY, type Glaze, INDIGO, IVORY, liquor, plate, SOOT } from "../props/ware";
import { print } from "../studio/art";
import { ink } from "../studio/color";
import type { Material } from "../studio/prop";
import { type Placing, type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, SQUARE } from "./frame";

const BRAND = "云脚茶铺";
const lime = stoneTable("#d9d6c8", "#aeb0a0");
const slate = stoneTable("#5f6a67", "#414a48");
const oak = woodTable("#b98d5e", "#7a5232");
const walnut = woodTable("#7a5840", "#443020");
const mist = linenTable("#ccd3cb", "#9daaa2");
const mat = matTable("#cdb383", "#846636");

interface Tea {
  name: string;
  title: string;
  note: string;
  look: TeaLook;
  liquor: readonly [string, string];
  label: LabelInk;
  ware: Glaze;
  table: Material;
  flowers?: boolean;
  seed: number;
}

const LOOSE: readonly Tea[] = [
  {
    name: "mingqian-lvcha",
    title: "明前绿茶",
    note: "净含量 50 克",
    seed: 51,
    look: { leaf: "#7c8a45", deep: "#39461f", tip: "#b7b878", tips: 0.35, shape: "flat" },
    liquor: ["#d5cf8c", "#b8b25e"],
    label: TEA_LABEL,
    ware: IVORY,
    table: lime,
  },
  {
    name: "gaoshan-baicha",
    title: "高山白茶",
    note: "净含量 60 克",
    seed: 52,
    look: { leaf: "#8b8f6a", deep: "#4d5138", tip: "#e3e2d2", tips: 0.55, shape: "needle" },
    liquor: ["#e3d29a", "#cbb164"],
    label: SAGE_LABEL,
    ware: CELADON,
    table: mist,
  },
  {
    name: "yan-wulong",
    title: "炭焙乌龙",
    note: "净含量 100 克",
    seed: 53,
    look: { leaf: "#4a3d2e", deep: "#1e1812", tip: "#7a5e3c", tips: 0.2, shape: "twisted" },
    liquor: ["#d08a34", "#a0561a"],
    label: PINE_LABEL,
    ware: SOOT,
    table: slate,
  },
  {
    name: "gongfu-hongcha",
    title: "工夫红茶",
    note: "净含量 80 克",
    seed: 54,
    look: { leaf: "#3c2a22", deep: "#190f0c", tip: "#c08a3e", tips: 0.28, shape: "twisted" },
    liquor: ["#b8481c", "#80240c"],
    label: PINE_LABEL,
    ware: IVORY,
    table: oak,
  },
  {
    name: "moli-huacha",
    title: "茉莉花茶",
    note: "净含量 80 克",
    seed: 55,
    look: { leaf: "#76803f", deep: "#38421f", tip: "#a3ab6a", tips: 0.2, shape: "pearl" },
    liquor: ["#e0d08a", "#c2ab56"],
    label: BLOSSOM_LABEL,
    ware: CELADON,
    table: lime,
    flowers: true,
  },
];

const FLOWER_SPOTS = [
  [-8.6, 6.2],
  [-5.4, 8.4],
  [-10.4, 8.6],
  [6, 8.8],
  [3.2, 7],
] as const;

function flowers(tea: Tea): Prop[] {
  return tea.flowers
    ? FLOWER_SPOTS.map(([x, z], index) =>
        place(jasmine(), { x, z, yaw: index * 50, pitch: index * 7 - 12 }),
      )
    : [];
}

function teaTin(tea: Pick<Tea, "label" | "title" | "note">, placing: Placing): Prop {
  const model = tin(
    3.9,
    10,
    print(tinLabel(tea.label, tea.title, tea.note, BRAND)),
    print(roundLabel(tea.label, tea.title, BRAND)),
  );
  return place(model, placing);
}

/** Tin, a dish of dry leaves and a cup of the liquor. */
async function teaMain(tea: Tea): Promise<Stage> {
  return {
    props: [
      teaTin(tea, { x: -4.6, z: -5, yaw: 8 }),
      place(plate(5.6, tea.ware, 0.8), { x: 3.4, z: 3.6 }),
      ...teaPile(3.4, 2.1, tea.look, { x: 3.4, y: 0.62, z: 3.6 }),
      place(bowl(3, 3, tea.ware, liquor(tea.liquor[0], tea.liquor[1], 3)), { x: 6.4, z: -5.4 }),
      ...flowers(tea),
    ],
    table: tea.table,
    camera: lookAt(23.5, [0.4, 3.2, 0], 34),
    pattern: await bambooShade(46, [-3, -2], tea.seed, 0.5),
    pixels: SQUARE,
  };
}

/** Leaves and liquor from close by. */
function teaDetail(tea: Tea): Stage {
  return {
    props: [
      ...teaPile(4.6, 2.4, tea.look, { x: -2.6, z: 1.8 }),
      place(bowl(3.6, 3.2, tea.ware, liquor(tea.liquor[0], tea.liquor[1], 3.6)), { x: 4, z: -3.2 }),
      ...(tea.flowers
        ? [
            place(jasmine(), { x: 4.2, z: 3.4, pitch: -8 }),
            place(jasmine(), { x: 1.8, z: 5.4, yaw: 40 }),
          ]
        : []),
    ],
    table: tea.table,
    camera: lookAt(15, [0, 1.2, 0.2], 42),
    pixels: SQUARE,
  };
}

const RIPE: TeaLook = {
  leaf: "#4b3323",
  deep: "#1f130c",
  tip: "#8a5e34",
  tips: 0.22,
  shape: "twisted",
};

async function cake(): Promise<Stage> {
  const paper = print(
    roundLabel({ ground: "#ece5d2", line: "#5a3a26", accent: "#a5442f" }, "陈年熟普", BRAND),
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
    top: print(lidLabel(PINE_LABEL, "山间", "四季之茶", BRAND, teaMark)),
    front: print(frontLabel(PINE_LABEL, BRAND, teaMark)),
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
  ...LOOSE.flatMap((tea): [string, () => Stage | Promise<Stage>][] => [
    [tea.name, () => teaMain(tea)],
    [`${tea.name}-detail`, () => teaDetail(tea)],
  ]),
  ["chennian-shupu", cake],
  ["chennian-shupu-detail", cakeDetail],
  ["cutao-chaju", teaSet],
  ["cutao-chaju-detail", teaSetDetail],
  ["shanjian-chali", teaGift],
  ["shanjian-chali-detail", teaGiftDetail],
];
