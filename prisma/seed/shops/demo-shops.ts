import { DUMPLING_SHOP } from "@/prisma/seed/catalogue/dumpling-shop";
import { TEA_SHOP } from "@/prisma/seed/catalogue/tea-shop";
import { type DemoShop, ratesOf } from "@/prisma/seed/shops/demo-shop";

/** Rice dumplings: the demo's main shop, with a rule of every scope. */
export const DUMPLING_DEMO: DemoShop = {
  seed: DUMPLING_SHOP,
  hosts: ["localhost", "127.0.0.1"],
  wechatHosts: ["localhost"],
  emailDomain: "ruoli.example",
  paymentMinutes: 120,
  grades: ["金牌合伙人", "合伙人"],
  rules: [
    ...ratesOf({ scope: "merchant" }, 1_000, 300),
    ...ratesOf({ scope: "category", name: "lihe" }, 1_000, 300),
    {
      place: { scope: "product", name: "xian-yadan" },
      level: 1,
      terms: { fixedFenPerUnit: 300n },
    },
    { place: { scope: "sku", name: "XR-12" }, level: 1, terms: { rateBps: 800 } },
    ...ratesOf({ scope: "product", name: "aicao-guashu" }, 0, 0),
    ...ratesOf({ scope: "grade", name: "金牌合伙人" }, 1_100, 300),
  ],
  laterRules: ratesOf({ scope: "category", name: "lihe" }, 1_200, 400),
};

/** Tea: the second merchant, so that two tenants can be seen side by side. */
export const TEA_DEMO: DemoShop = {
  seed: TEA_SHOP,
  hosts: ["tea.localhost"],
  wechatHosts: ["tea.localhost"],
  emailDomain: "yunjiao.example",
  paymentMinutes: 120,
  grades: ["茶友"],
  rules: [
    ...ratesOf({ scope: "merchant" }, 800, 200),
    ...ratesOf({ scope: "category", name: "chaju" }, 500, 100),
  ],
  laterRules: [],
};
