import { BLOSSOM_LABEL, PINE_LABEL, SAGE_LABEL, TEA_LABEL } from "../props/labels";
import { linenTable, stoneTable, woodTable } from "../props/tables";
import { jasmine, type TeaLook, teaPile } from "../props/tea-things";
import { bowl, CELADON, type Glaze, IVORY, liquor, plate, SOOT } from "../props/ware";
import { type Material, type Prop, place } from "../studio/prop";
import type { Stage } from "../studio/stage";
import { bambooShade } from "../studio/sunlight";
import { lookAt, SQUARE } from "./frame";
import { type TinLook, teaTin } from "./tea-tin";

const lime = stoneTable("#d9d6c8", "#aeb0a0");
const slate = stoneTable("#5f6a67", "#414a48");
const oak = woodTable("#b98d5e", "#7a5232");
const mist = linenTable("#ccd3cb", "#9daaa2");

interface Tea extends TinLook {
  name: string;
  look: TeaLook;
  liquor: readonly [string, string];
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
    look: { leaf: "#66703f", deep: "#38421f", tip: "#b9bd8e", tips: 0.2, shape: "pearl" },
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

/** Teas sold loose in tins: one picture of the tin, one of the leaves. */
export const LOOSE_TEA_STAGES: readonly [string, () => Stage | Promise<Stage>][] = LOOSE.flatMap(
  (tea): [string, () => Stage | Promise<Stage>][] => [
    [tea.name, () => teaMain(tea)],
    [`${tea.name}-detail`, () => teaDetail(tea)],
  ],
);
