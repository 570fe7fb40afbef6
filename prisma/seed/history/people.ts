import type { Chance } from "@/prisma/seed/history/chance";

const surnames = [..."王李张刘陈杨黄赵周吴徐孙朱马胡郭林何高梁郑罗宋谢唐韩曹许邓冯"];
const givenNames = [
  ..."晴 岚 一诺 雨桐 思远 子墨 佳怡 文静 海燕 建国 志强 美玲 秀兰 晓东 明月 欣然 浩然 梓涵".split(
    " ",
  ),
  ..."若溪 可心 立新 春梅 国栋 丽华 俊杰 婷婷 小满 安然 景行 知夏 沐阳 书瑶 清和 云帆".split(" "),
];
const nicknameStems = [
  ..."小鱼 阿木 豆豆 青柠 南风 山山 米粒 晚晚 糖糖 大橘 松果 芋圆 栗子 云朵 阿白 小满 半夏".split(
    " ",
  ),
  ..."阿宁 果果 麦子 向北 初七 桃子 小雨 木木 花卷 年糕 阿暖 十三 小路 闲云 石头 灯灯".split(" "),
];
const nicknameTails = ["", "", "", "妈妈", "同学", "在路上", "的厨房", "2026", "~", "🍃", "🌾"];

/** The name on a parcel. No real person is meant by any. */
export function drawReceiverName(chance: Chance): string {
  return chance.pick(surnames) + chance.pick(givenNames);
}

/** A name as people give themselves in WeChat. */
export function drawNickname(chance: Chance): string {
  return chance.pick(nicknameStems) + chance.pick(nicknameTails);
}

/** Obviously invented: they all begin with 138000. */
export function drawPhone(chance: Chance): string {
  return `138000${String(chance.int(0, 99_999)).padStart(5, "0")}`;
}
