import { type SeedProduct, sku, specs } from "./seed-product";

/** Grain, small and quick dumplings. */
export const LIGHT_ZONGZI: readonly SeedProduct[] = [
  {
    slug: "limai-zong",
    name: "藜麦杂粮粽",
    subtitle: "三色藜麦加燕麦、糙米,糯米只占四成",
    category: "zaliang",
    scenes: ["zaocan", "zijiachi"],
    paragraphs: [
      "白、红、黑三色藜麦,配燕麦、糙米和少量糯米,馅里有胡萝卜丁、毛豆和板栗。没有肉,用香菇水和清酱油调味。",
      "没有肥肉,油脂比肉粽少。口感松一些,嚼起来有颗粒感。",
      "杂粮不等于低糖,需要控制血糖的顾客请按主食计算份量。",
    ],
    specs: specs({
      净含量: "100 克/只",
      配料: "糯米、藜麦、燕麦、糙米、板栗、胡萝卜、毛豆、香菇、酱油、食用盐、箬叶",
      过敏提示: "含坚果、大豆、小麦、燕麦制品",
      保质期: "常温 150 天,开袋后当天吃完",
      储存: "阴凉干燥处",
      产地: "浙江嘉兴",
    }),
    pictures: ["limai-zong", "limai-zong-cut", "limai-zong-pack"],
    skus: [
      sku("LM-4", "4 只装", [3280n, 3880n, 1480n], 200, 480),
      sku("LM-8", "8 只装", [6180n, 7600n, 2880n], 120, 920),
    ],
  },
  {
    slug: "mini-zong",
    name: "迷你小粽",
    subtitle: "30 克一只,五种口味,看线的颜色认",
    category: "zaliang",
    scenes: ["changxian", "zaocan", "qiyefuli"],
    paragraphs: [
      "两口一只,孩子和长辈都吃得下。五种口味用不同颜色的棉线扎:红线蜜枣,白线鲜肉,黄线蛋黄,绿线豆沙,紫线紫米。",
      "棉线用食品级染料染色,煮后不掉色。煮 8 分钟即可。",
    ],
    specs: specs({
      净含量: "30 克/只",
      配料: "糯米、紫糯米、猪前腿肉、咸鸭蛋黄、红豆沙、蜜枣、酱油、白砂糖、箬叶",
      过敏提示: "含蛋、豆类、小麦制品",
      保质期: "常温 150 天,开袋后当天吃完",
      储存: "阴凉干燥处",
      产地: "浙江嘉兴",
    }),
    pictures: ["mini-zong", "mini-zong-detail"],
    skus: [
      sku("MN-10", "10 只(五味各 2 只)", [2980n, 3580n, 1320n], 360, 360),
      sku("MN-20", "20 只(五味各 4 只)", [5680n, 6900n, 2560n], 220, 700),
      sku("MN-40", "40 只(五味各 8 只)", [10800n, 13600n, 4980n], 100, 1380),
    ],
  },
  {
    slug: "zaocan-zong",
    name: "早餐速蒸粽",
    subtitle: "100 克一只,微波 2 分钟",
    category: "zaliang",
    scenes: ["zaocan", "qiyefuli"],
    paragraphs: [
      "单只真空装,袋上有撕口和出气孔,连袋放进微波炉中火 2 分钟就能吃,不用剥叶前再洗。",
      "100 克正好是一顿早餐的主食,配一碗豆浆或一个鸡蛋。可选鲜肉、豆沙,或者两样各一半。",
    ],
    specs: specs({
      净含量: "100 克/只",
      配料: "鲜肉味:糯米、猪前腿肉、酱油、黄酒、白砂糖、箬叶;豆沙味:糯米、红豆、白砂糖、猪油、箬叶",
      过敏提示: "含大豆、小麦制品",
      保质期: "常温 120 天",
      储存: "阴凉干燥处",
      产地: "浙江嘉兴",
    }),
    pictures: ["zaocan-zong", "zaocan-zong-pack"],
    skus: [
      sku("ZC-XR7", "鲜肉 7 只(一周)", [4580n, 5400n, 2180n], 260, 800),
      sku("ZC-DS7", "豆沙 7 只(一周)", [3980n, 4800n, 1780n], 240, 800),
      sku("ZC-MIX14", "鲜肉 7 只 + 豆沙 7 只", [8180n, 10200n, 3880n], 140, 1560),
    ],
  },
];
