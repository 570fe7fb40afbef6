import type { SeedMerchant } from "./seed-merchant";
import { TEA_PRODUCTS } from "./tea-products";

/** The demo's second merchant: tea, equally invented. */
export const TEA_SHOP: SeedMerchant = {
  slug: "yunjiao",
  name: "云脚茶铺",
  slogan: "把山里的春天装进罐子",
  story: [
    "古人点茶,汤花散到碗边叫云脚。我们借这个名字,开一间小茶铺。",
    "每年三月到五月在山里收茶,只收自己喝过三遍的。一款茶写清楚产地、采摘时间和泡法,不讲故事抬价。",
  ],
  servicePhone: "400-000-0815",
  serviceHours: "每天 10:00–19:00",
  licence: [
    "演示数据,不对应任何真实主体",
    "名称:云脚茶铺(演示)茶业有限公司",
    "统一社会信用代码:00000000DEMO000002",
    "食品经营许可证编号:JY-DEMO-0002",
  ],
  returnRules: [
    "未拆封的茶叶和未使用的茶具,签收后 7 天内可以退货,寄回运费由买家承担。",
    "运输破损请在签收后 48 小时内拍照联系客服,核实后补发或全额退款。",
    "茶叶拆封后,非质量问题不支持退货。首次购买可以先选小罐试喝。",
  ],
  logo: "shop-yunjiao-logo",
  banner: "shop-yunjiao-banner",
  categories: [
    { slug: "lvbai", name: "绿茶与白茶" },
    { slug: "wuhong", name: "乌龙、红茶与普洱" },
    { slug: "huacha", name: "花茶" },
    { slug: "chaju", name: "茶具与茶礼" },
  ],
  scenes: [
    {
      slug: "kouliang",
      title: "日常口粮",
      line: "每天喝的茶,干净、耐泡、不贵",
      picture: "scene-kouliang",
    },
    { slug: "daike", title: "待客", line: "有人来,坐下,慢慢泡一壶", picture: "scene-daike" },
  ],
  products: TEA_PRODUCTS,
};
