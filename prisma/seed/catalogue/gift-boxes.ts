import { type SeedProduct, sku, specs } from "./seed-product";

const BOX_KEEPING = { 保质期: "常温 150 天", 储存: "阴凉干燥处,避免阳光直射" };

/** Boxes and hampers. */
export const GIFT_BOXES: readonly SeedProduct[] = [
  {
    slug: "duanyang-lihe",
    name: "端阳礼盒",
    subtitle: "六只粽子三种味,深绿硬盒",
    category: "lihe",
    scenes: ["songli", "qiyefuli"],
    paragraphs: [
      "鲜肉粽 2 只、蛋黄鲜肉粽 2 只、豆沙粽 2 只,每只单独真空装,放在有格子的硬盒里,路上不会互相挤压。",
      "盒子是深绿色特种纸,没有塑料内托,吃完可以收纳。随盒有一张空白卡片,下单时写下祝福,我们手写后放入。",
      "不附价格单,收件人看不到金额。",
    ],
    specs: specs({
      净含量: "780 克(6 只)",
      盒内: "鲜肉粽 130 克 × 2,蛋黄鲜肉粽 140 克 × 2,豆沙粽 120 克 × 2",
      配料: "见每只独立包装",
      过敏提示: "含蛋、豆类、小麦制品",
      礼盒尺寸: "33 × 22 × 9 厘米",
      产地: "浙江嘉兴",
      ...BOX_KEEPING,
    }),
    pictures: ["duanyang-lihe", "duanyang-lihe-open"],
    skus: [
      sku("DY-1", "1 盒", [12800n, 15800n, 5680n], 240, 1300),
      sku("DY-1C", "1 盒,附手写卡片", [13300n, 16300n, 5880n], 160, 1310),
      sku("DY-4", "4 盒", [49800n, 63200n, 22600n], 60, 5200),
    ],
  },
  {
    slug: "zhulan-lihe",
    name: "竹篮礼盒",
    subtitle: "手编竹篮,六粽四蛋",
    category: "lihe",
    scenes: ["songli"],
    paragraphs: [
      "竹篮由安吉的师傅手编,每只略有不同,内衬棉布。里面是蛋黄鲜肉粽、八宝粽、蜜枣粽各 2 只,咸鸭蛋 4 枚。",
      "适合登门看长辈。篮子洗净晾干后可以装水果。",
      "竹篮为天然材料,可能有细小色差和竹节,不影响使用。",
    ],
    specs: specs({
      净含量: "粽子 780 克(6 只),咸鸭蛋 280 克(4 枚)",
      盒内: "蛋黄鲜肉粽 × 2,八宝粽 × 2,蜜枣粽 × 2,咸鸭蛋 × 4",
      配料: "见每件独立包装",
      过敏提示: "含蛋、花生、豆类、小麦制品",
      竹篮尺寸: "直径 24 厘米,带提手高 26 厘米",
      产地: "浙江嘉兴;竹篮:浙江安吉",
      ...BOX_KEEPING,
    }),
    pictures: ["zhulan-lihe", "zhulan-lihe-detail"],
    skus: [
      sku("ZL-1", "1 篮", [16800n, 19800n, 7980n], 120, 1850),
      sku("ZL-2", "2 篮", [32800n, 39600n, 15800n], 50, 3700),
    ],
  },
  {
    slug: "tonggan-qiye-lihe",
    name: "同甘企业礼盒",
    subtitle: "十盒起订,可印公司名称",
    category: "lihe",
    scenes: ["qiyefuli"],
    paragraphs: [
      "八只粽子:鲜肉、蛋黄鲜肉、豆沙、蜜枣各 2 只。奶白色硬盒,盒盖侧面可以烫印公司名称或一句话。",
      "50 盒以上免费印字,印前发电子稿确认,确认后 5 天内发货。需要按名单分寄时,请先联系客服确认地址表。",
      "需要发票或对公转账,请在下单前联系客服。",
    ],
    specs: specs({
      净含量: "1020 克(8 只)",
      盒内: "鲜肉粽 × 2,蛋黄鲜肉粽 × 2,豆沙粽 × 2,蜜枣粽 × 2",
      配料: "见每只独立包装",
      过敏提示: "含蛋、豆类、小麦制品",
      礼盒尺寸: "36 × 24 × 8 厘米",
      产地: "浙江嘉兴",
      ...BOX_KEEPING,
    }),
    pictures: ["tonggan-qiye-lihe", "tonggan-qiye-lihe-open"],
    skus: [
      sku("TG-10", "10 盒", [118000n, 138000n, 56800n], 80, 15500),
      sku("TG-50", "50 盒,免费印字", [560000n, 690000n, 279000n], 30, 77500),
      sku("TG-100", "100 盒,免费印字", [1080000n, 1380000n, 548000n], 12, 155000),
    ],
  },
  {
    slug: "changxian-liuwei",
    name: "尝鲜六味装",
    subtitle: "第一次来,先每样尝一只",
    category: "lihe",
    scenes: ["changxian", "zijiachi"],
    paragraphs: [
      "鲜肉、蛋黄、八宝、豆沙、蜜枣、碱水各一只,都是 100 克的小份,单独包装,袋上写着味道。",
      "不知道买哪种的时候,从这里开始。尝过以后再按喜欢的味道买整盒。",
    ],
    specs: specs({
      净含量: "600 克(6 只)",
      配料: "见每只独立包装",
      过敏提示: "含蛋、花生、豆类、小麦制品",
      产地: "浙江嘉兴",
      ...BOX_KEEPING,
    }),
    pictures: ["changxian-liuwei", "changxian-liuwei-detail"],
    skus: [sku("CX-6", "六味各 1 只", [3990n, 4800n, 2280n], 500, 700)],
  },
];
