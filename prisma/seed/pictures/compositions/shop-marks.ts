import { dumplingMark, teaMark } from "../props/labels";

const disc = (ground: string, ring: string, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="800" height="800" viewBox="0 0 800 800" font-family="Noto Sans SC"><rect width="800" height="800" fill="${ground}"/><circle cx="400" cy="400" r="330" fill="none" stroke="${ring}" stroke-width="5"/><circle cx="400" cy="400" r="314" fill="none" stroke="${ring}" stroke-width="2"/>${body}</svg>`;

const words = (text: string, color: string): string =>
  `<text x="400" y="598" font-size="82" letter-spacing="14" font-weight="500" fill="${color}" text-anchor="middle">${text}</text>`;

/** Square marks of the two shops, as SVG documents by picture name. */
export const SHOP_MARKS: ReadonlyMap<string, string> = new Map([
  [
    "shop-ruoli-logo",
    disc(
      "#37533a",
      "#c9a25a",
      dumplingMark(400, 330, 290, "#efe4c8") + words("箬里粽坊", "#efe4c8"),
    ),
  ],
  [
    "shop-yunjiao-logo",
    disc("#e7e4d4", "#a5552f", teaMark(400, 330, 290, "#33564f") + words("云脚茶铺", "#33564f")),
  ],
]);
