import { type SeedProduct, sku, specs } from "./seed-product";

const KEEPING = { 保质期: "常温 180 天,开袋后当天吃完", 储存: "阴凉干燥处,避免阳光直射" };

/** Sweet dumplings. */
export const SWEET_ZONGZI: readonly SeedProduct[] = [
  {
    slug: "dousha-zong",
    name: "豆沙粽",
    subtitle: "红豆自己煮、自己洗沙,甜度减了三成",
    category: "tianzong",
    scenes: ["zijiachi", "zaocan", "changxian"],
    paragraphs: [
      "红豆泡一夜,煮开花后过筛去皮,用猪油和白糖小火炒到能立住勺。比一般豆沙少三成糖,吃得出豆子的味道。",
      "米用白糯米,不放碱,煮好是干净的白色。豆沙在正中,一口能咬到。",
      "热吃软糯,冷藏后蘸桂花糖浆也好。",
    ],
    specs: specs({
      净含量: "120 克/只",
      配料: "糯米、红豆、白砂糖、猪油、箬叶",
      过敏提示: "含豆类制品",
      产地: "浙江嘉兴",
      ...KEEPING,
    }),
    pictures: ["dousha-zong", "dousha-zong-cut", "dousha-zong-pack"],
    skus: [
      sku("DS-2", "2 只装", [1480n, 1780n, 620n], 380, 280),
      sku("DS-6", "6 只装", [4180n, 4980n, 1820n], 260, 800),
      sku("DS-12", "12 只装", [7980n, 9800n, 3600n], 110, 1560),
    ],
  },
  {
    slug: "mizao-zong",
    name: "蜜枣粽",
    subtitle: "两颗蜜枣,不另外加糖",
    category: "tianzong",
    scenes: ["zijiachi", "zaocan"],
    paragraphs: [
      "北方人端午常吃的一种。蜜枣去核,一只放两颗,枣里的糖慢慢化到米里,所以米里不再放糖。",
      "煮好后凉透再剥,米粒更弹,枣香更清楚。",
      "枣已机器去核并人工检查,仍可能有极少量碎核,老人和孩子吃的时候请留意。",
    ],
    specs: specs({
      净含量: "120 克/只",
      配料: "糯米、蜜枣(枣、白砂糖)、箬叶",
      产地: "山东滨州",
      ...KEEPING,
    }),
    pictures: ["mizao-zong", "mizao-zong-cut", "mizao-zong-pack"],
    skus: [
      sku("MZ-2", "2 只装", [1380n, 1680n, 580n], 300, 280),
      sku("MZ-6", "6 只装", [3880n, 4680n, 1700n], 220, 800),
    ],
  },
  {
    slug: "jianshui-zong",
    name: "碱水粽",
    subtitle: "没有馅,蘸糖浆吃",
    category: "tianzong",
    scenes: ["zijiachi", "changxian"],
    paragraphs: [
      "米里拌少量食用碱,煮透以后变成透亮的琥珀色,口感弹,有淡淡的碱香。",
      "本身不甜,随盒附两小包红糖浆。喜欢清淡的可以直接吃,也可以蘸蜂蜜或白糖。",
      "冷藏两小时后口感最好,用棉线勒成片,不粘刀。",
    ],
    specs: specs({
      净含量: "100 克/只,附红糖浆 15 克 × 2",
      配料: "糯米、食用碱(碳酸钠)、箬叶;红糖浆:红糖、水",
      产地: "广东佛山",
      ...KEEPING,
    }),
    pictures: ["jianshui-zong", "jianshui-zong-detail"],
    skus: [
      sku("JS-4", "4 只装", [2280n, 2680n, 880n], 180, 480),
      sku("JS-8", "8 只装", [4280n, 5200n, 1720n], 90, 920),
    ],
  },
  {
    slug: "babao-zong",
    name: "八宝粽",
    subtitle: "八样料看得见、数得出",
    category: "tianzong",
    scenes: ["songli", "zijiachi"],
    paragraphs: [
      "糯米里拌红豆、绿豆、莲子、花生、红枣、葡萄干、枸杞和薏米,一共八样。豆子分开泡、分开煮到七成熟,再一起裹,软硬差不多。",
      "甜味来自枣和葡萄干,另加少量冰糖。适合不爱吃肉粽的长辈。",
    ],
    specs: specs({
      净含量: "130 克/只",
      配料: "糯米、红豆、绿豆、莲子、花生、红枣、葡萄干、枸杞、薏米、冰糖、箬叶",
      过敏提示: "含花生、豆类制品",
      产地: "浙江嘉兴",
      ...KEEPING,
    }),
    pictures: ["babao-zong", "babao-zong-cut", "babao-zong-pack"],
    skus: [
      sku("BB-2", "2 只装", [1780n, 2080n, 760n], 240, 300),
      sku("BB-6", "6 只装", [4980n, 5980n, 2240n], 160, 860),
    ],
  },
  {
    slug: "zimi-yuni-zong",
    name: "紫米芋泥粽",
    subtitle: "紫糯米裹荔浦芋泥",
    category: "tianzong",
    scenes: ["changxian", "zaocan"],
    paragraphs: [
      "紫糯米和白糯米按六比四配,既有米皮的嚼劲,又能抱成团。芋泥用荔浦芋头蒸熟压泥,加一点牛奶和糖。",
      "颜色是紫米和芋头本来的颜色,没有用色素。清洗餐具时会掉色,属正常现象。",
    ],
    specs: specs({
      净含量: "120 克/只",
      配料: "糯米、紫糯米、芋头、牛奶、白砂糖、箬叶",
      过敏提示: "含乳制品",
      保质期: "冷冻 120 天,解冻后 2 天内吃完",
      储存: "−18 ℃ 以下冷冻",
      产地: "浙江嘉兴",
    }),
    pictures: ["zimi-yuni-zong", "zimi-yuni-zong-cut", "zimi-yuni-zong-pack"],
    skus: [
      sku("ZM-2", "2 只装", [1880n, 2180n, 820n], 200, 280),
      sku("ZM-6", "6 只装", [5280n, 6280n, 2420n], 120, 800),
    ],
  },
  {
    slug: "shuijing-zong",
    name: "水晶粽",
    subtitle: "西米做皮,三种馅,冰着吃",
    category: "tianzong",
    scenes: ["changxian", "songli"],
    paragraphs: [
      "用小西米代替糯米,煮好是半透明的,能看到里面的馅。一盒三味:红豆、芒果、抹茶。",
      "口感滑而弹,比糯米好消化,夏天当点心合适。",
      "冷冻发货,冷藏解冻 4 小时后即可食用,不需要加热。",
    ],
    specs: specs({
      净含量: "60 克/只",
      配料: "西米、白砂糖、红豆馅、芒果馅、抹茶馅、植物油",
      过敏提示: "含豆类、乳制品",
      保质期: "冷冻 120 天,解冻后 24 小时内吃完",
      储存: "−18 ℃ 以下冷冻",
      产地: "福建厦门",
    }),
    pictures: ["shuijing-zong", "shuijing-zong-detail"],
    skus: [
      sku("SJ-6", "6 只装(三味各 2 只)", [3980n, 4680n, 1780n], 140, 460),
      sku("SJ-12", "12 只装(三味各 4 只)", [7580n, 9000n, 3480n], 70, 880),
    ],
  },
];
