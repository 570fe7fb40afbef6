import type { Chance } from "@/prisma/seed/history/chance";

/** Districts where the demo's customers live, by code, with the weight of each: mostly around Zhejiang. */
const districts: readonly (readonly [code: string, weight: number])[] = [
  ["330402", 6],
  ["330106", 10],
  ["330108", 6],
  ["330212", 5],
  ["330304", 4],
  ["310104", 8],
  ["310115", 10],
  ["320106", 5],
  ["320505", 5],
  ["110105", 6],
  ["110108", 5],
  ["440106", 5],
  ["440305", 6],
  ["510107", 4],
  ["420106", 3],
  ["430104", 2],
  ["370202", 2],
  ["350203", 2],
  ["340104", 3],
  ["610113", 2],
  ["500103", 2],
  ["410105", 2],
  ["210102", 1],
  ["120101", 2],
  ["360102", 1],
  ["450103", 1],
  ["530102", 1],
  ["370102", 1],
];

/** Invented: no such estates are known to us. */
const streets = ["云栖", "青禾", "望湖", "杉林", "槐荫", "临溪", "南苑", "听雨", "百草", "晨光"];
const kinds = ["路", "街", "巷"];
const estates = ["和园", "锦里", "雅居", "新村", "小区", "公寓", "花苑", "名邸"];

/** A district and a house in it. */
export function drawPlace(chance: Chance): { regionCode: string; detail: string } {
  const [regionCode] = chance.weighed(districts, ([, weight]) => weight);
  const street = `${chance.pick(streets)}${chance.pick(kinds)} ${chance.int(1, 320)} 号`;
  const estate = `${chance.pick(streets)}${chance.pick(estates)}`;
  const house = `${chance.int(1, 28)} 幢 ${chance.int(1, 3)} 单元 ${chance.int(1, 18)}0${chance.int(1, 4)}`;
  return { regionCode, detail: `${street} ${estate} ${house}` };
}
