import { chanceFor } from "@/prisma/seed/history/chance";
import { drawReceiverName } from "@/prisma/seed/history/people";

/** A WeChat user whom one can be on the sandbox's phone. */
export type DemoPerson = { id: string; nickname: string };

/** Level-1 distributor with a history: the one whose earnings the demo shows. */
export const AZHEN: DemoPerson = { id: "azhen", nickname: "阿珍" };
/** Who invited her: earns the second level of her sales. */
export const LAOZHOU: DemoPerson = { id: "laozhou", nickname: "老周" };
/** A friend of hers who buys. */
export const XIAOLIN: DemoPerson = { id: "xiaolin", nickname: "小林" };
/** A customer who passes links on without being a distributor. */
export const CHENJIE: DemoPerson = { id: "chenjie", nickname: "陈姐" };
/** Has applied and waits for an answer. */
export const AHE: DemoPerson = { id: "ahe", nickname: "阿禾" };
/** Was refused and can read why. */
export const DASHAN: DemoPerson = { id: "dashan", nickname: "大山" };
/** Sells tea in the second shop and drinks it in no other. */
export const CHAYOU: DemoPerson = { id: "chayou", nickname: "半盏茶" };
/** Has never been in any of the shops. */
const NEWCOMER: DemoPerson = { id: "newcomer", nickname: "新朋友" };

/** Everybody on the phone's list, in its order. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  AZHEN,
  LAOZHOU,
  XIAOLIN,
  NEWCOMER,
  CHENJIE,
  AHE,
  DASHAN,
  CHAYOU,
];

const realNames: Record<string, string> = {
  [AZHEN.id]: "陈佩珍",
  [LAOZHOU.id]: "周建林",
  [XIAOLIN.id]: "林晓棠",
  [CHENJIE.id]: "陈桂芳",
  [AHE.id]: "何秋禾",
  [DASHAN.id]: "石大山",
  [CHAYOU.id]: "卢远茗",
  [NEWCOMER.id]: "方新月",
};

/** The name on the identity card of anybody in the demo, as WeChat knows it; no real person is meant. */
export function realNameOf(personId: string): string {
  return realNames[personId] ?? drawReceiverName(chanceFor(`real name:${personId}`));
}
