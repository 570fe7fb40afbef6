import { GIFT_BOXES } from "./gift-boxes";
import { LIGHT_ZONGZI } from "./light-zongzi";
import { SAVOURY_ZONGZI } from "./savoury-zongzi";
import type { SeedMerchant } from "./seed-merchant";
import { SIDE_GOODS } from "./side-goods";
import { SWEET_ZONGZI } from "./sweet-zongzi";

/** The demo's first merchant: rice dumplings, invented from name to telephone. */
export const DUMPLING_SHOP: SeedMerchant = {
  slug: "ruoli",
  name: "箬里粽坊",
  slogan: "一片箬叶,一锅慢火",
  story: [
    "箬里是一条巷子的名字。巷口有口老灶,端午前后整夜不熄,邻居把自家泡好的米拿来一起煮,天亮了再各自领回去。",
    "我们从那口灶开始。米要提前泡,叶要一片片洗,肉要腌过夜,煮要四个小时,哪一步都快不了。现在锅大了,做法没有变。",
    "每只粽子的配料和产地都写在袋上。不好吃,或者路上坏了,告诉我们。",
  ],
  servicePhone: "400-000-0612",
  serviceHours: "每天 9:00–20:00",
  licence: [
    "演示数据,不对应任何真实主体",
    "名称:箬里粽坊(演示)食品有限公司",
    "统一社会信用代码:00000000DEMO000001",
    "食品生产许可证编号:SC-DEMO-0001",
    "食品经营许可证编号:JY-DEMO-0001",
  ],
  returnRules: [
    "签收后 24 小时内发现破损、漏气、变质,拍照联系客服,核实后补发或全额退款,运费由我们承担。",
    "食品拆封后,非质量问题不支持退货。",
    "未拆封的常温商品,签收后 7 天内可以申请退货,寄回运费由买家承担。冷冻、冷藏和鲜草商品不支持无理由退货。",
    "香囊等非食品,签收后 7 天内未使用可以退货。",
    "印字的定制礼盒,确认电子稿后不支持取消。",
  ],
  logo: "shop-ruoli-logo",
  banner: "shop-ruoli-banner",
  categories: [
    { slug: "xianrou", name: "鲜肉咸粽" },
    { slug: "tianzong", name: "甜粽" },
    { slug: "zaliang", name: "杂粮与小粽" },
    { slug: "lihe", name: "礼盒" },
    { slug: "danguo", name: "咸蛋与糕点" },
    { slug: "jieling", name: "端午物件" },
  ],
  scenes: [
    { slug: "songli", title: "送礼", line: "看长辈、访朋友,体面而不铺张", picture: "scene-songli" },
    {
      slug: "zijiachi",
      title: "自家吃",
      line: "一家人围着蒸笼,趁热剥开",
      picture: "scene-zijiachi",
    },
    {
      slug: "qiyefuli",
      title: "企业福利",
      line: "十盒起订,盒上可以印公司名字",
      picture: "scene-qiyefuli",
    },
    { slug: "zaocan", title: "早餐", line: "两分钟热好,吃完出门", picture: "scene-zaocan" },
    { slug: "changxian", title: "尝鲜", line: "没吃过的味道,先来一只", picture: "scene-changxian" },
  ],
  products: [...SAVOURY_ZONGZI, ...SWEET_ZONGZI, ...LIGHT_ZONGZI, ...GIFT_BOXES, ...SIDE_GOODS],
};
