import { type SeedProduct, sku, specs } from "./seed-product";

const KEEPING = { 保质期: "常温 180 天,开袋后当天吃完", 储存: "阴凉干燥处,避免阳光直射" };

/** Meat dumplings. */
export const SAVOURY_ZONGZI: readonly SeedProduct[] = [
  {
    slug: "xianrou-zong",
    name: "鲜肉粽",
    subtitle: "前腿肉腌一夜,米先用酱油拌透",
    category: "xianrou",
    scenes: ["zijiachi", "zaocan", "changxian"],
    paragraphs: [
      "选猪前腿肉,肥瘦三七,切成两指宽的块,用酱油、黄酒和少量白糖腌一夜。糯米沥干后拌酱油,每一粒都上色,咸味不只在肉里。",
      "每只 130 克,一块肉约 28 克。手工裹紧,大锅煮四个小时,再焖两个小时,肥肉的油化进米里,米粒软而不烂。",
      "吃之前连袋放进沸水煮 15 分钟,或者去袋后上锅蒸 12 分钟。微波加热请先剥开粽叶,洒一点水,中火 2 分钟。",
    ],
    specs: specs({
      净含量: "130 克/只",
      配料: "糯米、猪前腿肉、酱油、黄酒、白砂糖、食用盐、箬叶",
      过敏提示: "含大豆、小麦制品",
      产地: "浙江嘉兴",
      ...KEEPING,
    }),
    pictures: ["xianrou-zong", "xianrou-zong-cut", "xianrou-zong-pack"],
    skus: [
      sku("XR-2", "2 只装", [1880n, 2200n, 860n], 460, 300),
      sku("XR-6", "6 只装", [5280n, 6400n, 2520n], 320, 860),
      sku("XR-12", "12 只装", [9980n, 12600n, 4980n], 150, 1700),
    ],
  },
  {
    slug: "danhuang-rou-zong",
    name: "蛋黄鲜肉粽",
    subtitle: "整颗红心咸蛋黄,配一块前腿肉",
    category: "xianrou",
    scenes: ["songli", "zijiachi", "changxian"],
    paragraphs: [
      "咸蛋黄来自本店自己腌的鸭蛋,腌足 35 天,磕开后只取蛋黄,用白酒洗一遍去腥。每只粽子放一整颗,不用碎黄。",
      "蛋黄咸香起沙,肉的油脂把它润开。米里酱油放得比鲜肉粽少一成,免得太咸。",
      "建议趁热吃,蛋黄凉了会发硬。连袋沸水煮 15 分钟即可。",
    ],
    specs: specs({
      净含量: "140 克/只",
      配料: "糯米、猪前腿肉、咸鸭蛋黄、酱油、黄酒、白砂糖、食用盐、箬叶",
      过敏提示: "含蛋、大豆、小麦制品",
      产地: "浙江嘉兴",
      ...KEEPING,
    }),
    pictures: ["danhuang-rou-zong", "danhuang-rou-zong-cut", "danhuang-rou-zong-pack"],
    skus: [
      sku("DH-2", "2 只装", [2280n, 2600n, 1080n], 420, 320),
      sku("DH-6", "6 只装", [6480n, 7600n, 3180n], 280, 900),
      sku("DH-12", "12 只装", [12380n, 15000n, 6280n], 120, 1780),
    ],
  },
  {
    slug: "banli-danhuang-zong",
    name: "咸蛋黄板栗粽",
    subtitle: "一口粉糯,一口咸香",
    category: "xianrou",
    scenes: ["songli", "zijiachi"],
    paragraphs: [
      "板栗用当年的新栗,去壳去衣后整颗入粽,煮熟以后口感粉甜,和咸蛋黄、鲜肉放在一起,咸里带一点甜。",
      "一只里有一颗板栗、一颗蛋黄、一块肉,裹的时候分开放,切开能看得清楚。",
      "每只 150 克,一只差不多是一顿饭的主食。",
    ],
    specs: specs({
      净含量: "150 克/只",
      配料: "糯米、猪前腿肉、板栗、咸鸭蛋黄、酱油、黄酒、白砂糖、食用盐、箬叶",
      过敏提示: "含蛋、坚果、大豆、小麦制品",
      产地: "浙江嘉兴",
      ...KEEPING,
    }),
    pictures: ["banli-danhuang-zong", "banli-danhuang-zong-cut", "banli-danhuang-zong-pack"],
    skus: [
      sku("BL-2", "2 只装", [2580n, 2980n, 1240n], 260, 340),
      sku("BL-6", "6 只装", [7280n, 8600n, 3620n], 180, 960),
    ],
  },
  {
    slug: "huotui-zong",
    name: "火腿鲜肉粽",
    subtitle: "火腿切薄片,咸鲜慢慢透进米里",
    category: "xianrou",
    scenes: ["songli", "changxian"],
    paragraphs: [
      "火腿发酵满十个月,取中段,切成薄片夹在鲜肉上下。火腿本身够咸,所以米只用清酱油略拌,颜色比鲜肉粽浅。",
      "煮的时候火腿的咸鲜会往下走,最下面那层米最好吃。",
      "口味偏咸,配白粥或清茶比较合适。需要控制盐分摄入的顾客请少量食用。",
    ],
    specs: specs({
      净含量: "140 克/只",
      配料: "糯米、猪前腿肉、火腿、酱油、黄酒、白砂糖、箬叶",
      过敏提示: "含大豆、小麦制品",
      产地: "浙江金华",
      ...KEEPING,
    }),
    pictures: ["huotui-zong", "huotui-zong-cut", "huotui-zong-pack"],
    skus: [
      sku("HT-2", "2 只装", [2680n, 3080n, 1320n], 200, 320),
      sku("HT-6", "6 只装", [7680n, 8980n, 3860n], 130, 900),
    ],
  },
  {
    slug: "meicai-zong",
    name: "梅干菜肉粽",
    subtitle: "三蒸三晒的梅干菜,吸足肉油",
    category: "xianrou",
    scenes: ["zijiachi", "zaocan"],
    paragraphs: [
      "梅干菜用九头芥做,蒸三次晒三次,颜色乌黑,没有沙。切碎后先用猪油炒香,再和五花肉一起裹。",
      "少量梅干菜拌进米里,剥开就能看到深色的碎叶。吃起来不腻,放凉了也香。",
    ],
    specs: specs({
      净含量: "140 克/只",
      配料: "糯米、猪五花肉、梅干菜、酱油、黄酒、白砂糖、猪油、箬叶",
      过敏提示: "含大豆、小麦制品",
      产地: "浙江绍兴",
      ...KEEPING,
    }),
    pictures: ["meicai-zong", "meicai-zong-cut", "meicai-zong-pack"],
    skus: [
      sku("MC-2", "2 只装", [1980n, 2280n, 920n], 240, 320),
      sku("MC-6", "6 只装", [5580n, 6600n, 2700n], 160, 900),
    ],
  },
  {
    slug: "guozheng-zong",
    name: "裹蒸粽",
    subtitle: "一斤重的枕头粽,切片分着吃",
    category: "xianrou",
    scenes: ["zijiachi", "songli"],
    paragraphs: [
      "岭南做法。去衣绿豆打底,中间是五花肉和咸蛋黄,外面裹糯米,再用冬叶包成枕头形,煮八个小时以上。",
      "绿豆吸油,煮到起沙,所以肉虽多却不显肥。整只 500 克,蒸透后横着切片,够三到四个人吃。",
      "冷藏后切片,用少量油两面煎黄,是另一种吃法。",
    ],
    specs: specs({
      净含量: "500 克/只",
      配料: "糯米、去衣绿豆、猪五花肉、咸鸭蛋黄、食用盐、五香粉、冬叶",
      过敏提示: "含蛋、豆类制品",
      保质期: "冷冻 180 天,解冻后 3 天内吃完",
      储存: "−18 ℃ 以下冷冻",
      产地: "广东肇庆",
    }),
    pictures: ["guozheng-zong", "guozheng-zong-cut"],
    skus: [
      sku("GZ-1", "1 只", [3680n, 4200n, 1760n], 150, 620),
      sku("GZ-2", "2 只装", [6980n, 8400n, 3480n], 90, 1220),
    ],
  },
];
