import { paste, piece, pork, yolk } from "../props/fillings";
import { CREAM_LABEL, LEAF_LABEL, RED_LABEL } from "../props/labels";
import { FRESH } from "../props/leaf";
import {
  EIGHT_RICE,
  LIGHT_SOY_RICE,
  MIXED_RICE,
  PURPLE_RICE,
  SOY_RICE,
  WHITE_RICE,
} from "../props/rice";
import { kernel } from "../props/side-food";
import { linenTable, matTable, stoneTable, woodTable } from "../props/tables";
import { CELADON, INDIGO, IVORY, PERSIMMON, SOOT } from "../props/ware";
import { RED_TWINE } from "../props/zongzi";
import { ink } from "../studio/color";
import { seededStream } from "../studio/noise";
import { type Model, type Prop, place } from "../studio/prop";
import { type Flavour, onCut } from "./zongzi-kit";

/** A handful of small things lying in a patch of the table. */
export function strew(
  models: readonly Model[],
  middle: readonly [number, number],
  spread: number,
  count: number,
  seed: number,
  y = 0,
): Prop[] {
  const next = seededStream(seed);
  return Array.from({ length: count }, (_, index) => {
    const turn = index * 2.4 + next();
    const away = spread * Math.sqrt((index + 0.4) / count);
    const model = models[index % models.length];
    if (!model) throw new Error("nothing to strew");
    return place(model, {
      x: middle[0] + Math.cos(turn) * away,
      y,
      z: middle[1] + Math.sin(turn) * away,
      yaw: next() * 360,
    });
  });
}

const oak = woodTable("#c99f6c", "#8a5d35");
const walnut = woodTable("#8a6040", "#4e3220");
const linen = linenTable("#e8deca", "#b9a88a");
const sage = linenTable("#c9cdb4", "#98a283");
const lime = stoneTable("#dcd3c2", "#b8a88e");
const slate = stoneTable("#6d7470", "#4a504e");
const mat = matTable("#d9bb86", "#8d6a38");
const clay = stoneTable("#d8b59a", "#b88a6a");

const chestnut = kernel([1.25, 1, 1.15], "#7a3f22", "#4a2413");
const date = kernel([1.5, 0.85, 0.9], "#8c2f22", "#4b140f", 0.5);
const redBean = kernel([0.5, 0.34, 0.36], "#7d1f24", "#4d1014");
const mung = kernel([0.36, 0.3, 0.3], "#8c9a3f", "#5c6a22");
const peanut = kernel([0.75, 0.42, 0.45], "#c58a6a", "#8a4e36");
const lotus = kernel([0.72, 0.55, 0.55], "#efe3c4", "#cdb88a");
const pepper = kernel([0.3, 0.28, 0.28], "#3e322c", "#201a16");

const strewnBeside = (models: readonly Model[], count: number, seed: number): Prop[] =>
  strew(models, [-8.4, 6.6], 2.6, count, seed);

/** Meat and savoury flavours. */
export const SAVOURY: readonly Flavour[] = [
  {
    name: "xianrou-zong",
    title: "鲜肉粽",
    note: "净含量 130 克",
    seed: 2,
    layout: "plate",
    steam: true,
    rice: SOY_RICE,
    fillings: [pork(onCut(0, 2.4), [2.1, 1.35, 1.5], 2)],
    table: linen,
    ware: IVORY,
    label: LEAF_LABEL,
  },
  {
    name: "danhuang-rou-zong",
    title: "蛋黄鲜肉粽",
    note: "净含量 140 克",
    seed: 5,
    layout: "steamer",
    steam: true,
    rice: SOY_RICE,
    fillings: [yolk(onCut(1.25, 2.1), 1.25), pork(onCut(-1.15, 2.1), [1.5, 1.15, 1.4], 5)],
    table: oak,
    ware: CELADON,
    label: LEAF_LABEL,
  },
  {
    name: "banli-danhuang-zong",
    title: "板栗蛋黄粽",
    note: "净含量 150 克",
    seed: 8,
    layout: "leaves",
    rice: LIGHT_SOY_RICE,
    fillings: [
      yolk(onCut(0.75, 2.7), 1.1),
      piece(onCut(-1.1, 2.3), [1.1, 1, 1], "#dcb561", "#a8762f"),
      pork(onCut(0.2, 1.15), [2.3, 0.62, 1.2], 8),
    ],
    table: walnut,
    ware: INDIGO,
    label: CREAM_LABEL,
    strewn: strewnBeside([chestnut], 4, 3),
  },
  {
    name: "huotui-zong",
    title: "火腿鲜肉粽",
    note: "净含量 140 克",
    seed: 11,
    layout: "board",
    rice: LIGHT_SOY_RICE,
    fillings: [
      piece(onCut(-0.15, 3.35), [1.15, 0.36, 1.1], "#a8483e", "#7d2c26", 4),
      piece(onCut(0.3, 2.45), [1.75, 0.38, 1.1], "#b05247", "#7d2c26", 7),
      pork(onCut(-0.2, 1.45), [2.3, 0.62, 1.2], 11),
    ],
    table: slate,
    ware: SOOT,
    label: RED_LABEL,
    twine: RED_TWINE,
    strewn: strewnBeside([pepper], 12, 6),
  },
  {
    name: "meicai-zong",
    title: "梅干菜肉粽",
    note: "净含量 140 克",
    seed: 14,
    layout: "tray",
    rice: { ...SOY_RICE, guests: [ink("#3a2415"), ink("#54371f")], share: 0.16 },
    fillings: [
      pork(onCut(0, 2.7), [1.7, 0.95, 1.3], 14),
      paste(onCut(0, 1.75), [2.2, 0.75, 1.3], "#4a2f1a", "#2a190d"),
    ],
    table: lime,
    ware: IVORY,
    label: CREAM_LABEL,
  },
];

/** Sweet and grain flavours. */
export const SWEET: readonly Flavour[] = [
  {
    name: "dousha-zong",
    title: "豆沙粽",
    note: "净含量 120 克",
    seed: 3,
    layout: "plate",
    rice: WHITE_RICE,
    fillings: [paste(onCut(0, 2.3), [2.1, 1.4, 1.5], "#5a2325", "#371214")],
    table: sage,
    ware: CELADON,
    label: CREAM_LABEL,
    leaf: FRESH,
    strewn: strew([redBean], [-10.4, 8.6], 2.4, 16, 3),
  },
  {
    name: "mizao-zong",
    title: "蜜枣粽",
    note: "净含量 120 克",
    seed: 6,
    layout: "leaves",
    rice: WHITE_RICE,
    fillings: [
      piece(onCut(0.45, 3.05), [1.05, 0.85, 1.1], "#8f4420", "#55210f", 4),
      piece(onCut(-0.5, 1.55), [1.9, 0.78, 1.1], "#a04d26", "#55210f", 9),
    ],
    table: clay,
    ware: IVORY,
    label: RED_LABEL,
    leaf: FRESH,
    strewn: strewnBeside([date], 5, 8),
  },
  {
    name: "babao-zong",
    title: "八宝粽",
    note: "净含量 130 克",
    seed: 9,
    layout: "tray",
    rice: EIGHT_RICE,
    fillings: [
      piece(onCut(-0.9, 2.9), [0.75, 0.5, 0.9], "#8f3524", "#54180f", 3),
      piece(onCut(0.35, 2.5), [0.62, 0.62, 0.8], "#f0e2bb", "#c9ac73", 5),
      piece(onCut(-1.9, 1.35), [0.8, 0.5, 0.9], "#dfa955", "#a8702b", 6),
      piece(onCut(-0.4, 1.3), [0.66, 0.5, 0.8], "#6e2730", "#401218", 7),
      piece(onCut(1.6, 1.75), [0.9, 0.48, 0.8], "#93402c", "#54180f", 8),
      piece(onCut(0.3, 3.9), [0.5, 0.42, 0.7], "#dfa955", "#a8702b", 9),
    ],
    table: walnut,
    ware: PERSIMMON,
    label: RED_LABEL,
    twine: RED_TWINE,
    strewn: strew([lotus, redBean, peanut, mung, date], [-9.6, 9], 3.4, 15, 12),
  },
  {
    name: "zimi-yuni-zong",
    title: "紫米芋泥粽",
    note: "净含量 120 克",
    seed: 12,
    layout: "plate",
    rice: PURPLE_RICE,
    fillings: [paste(onCut(0, 2.3), [2.0, 1.35, 1.5], "#b9a0c4", "#8a6f9a")],
    table: lime,
    ware: IVORY,
    label: CREAM_LABEL,
  },
  {
    name: "limai-zong",
    title: "藜麦杂粮粽",
    note: "净含量 100 克",
    seed: 15,
    layout: "board",
    rice: MIXED_RICE,
    fillings: [
      piece(onCut(-1.7, 1.5), [0.7, 0.45, 0.9], "#c9743a", "#985022", 3),
      piece(onCut(0.2, 1.25), [0.8, 0.42, 0.9], "#e0c78e", "#ad8a4a", 6),
      piece(onCut(-0.3, 2.7), [0.55, 0.45, 0.8], "#7e8f3c", "#55642a", 8),
      piece(onCut(1.5, 2.1), [0.5, 0.4, 0.8], "#c9743a", "#985022", 9),
    ],
    table: mat,
    ware: CELADON,
    label: LEAF_LABEL,
    leaf: FRESH,
    strewn: strewnBeside([mung, pepper, lotus], 16, 15),
  },
];
