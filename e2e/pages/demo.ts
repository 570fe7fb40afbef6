/** What of the demo's catalogue the journeys buy, one product each, so that they do not meet. */
export const goods = {
  /** The shop's default rules: 10 % on level 1, 3 % on level 2. */
  yolk: { slug: "danhuang-rou-zong", title: "蛋黄鲜肉粽", option: "2 只装", priceFen: 2_280n },
  pork: { slug: "xianrou-zong", title: "鲜肉粽", option: "2 只装", priceFen: 1_880n },
  bean: { slug: "dousha-zong", title: "豆沙粽", option: "2 只装", priceFen: 1_480n },
  date: { slug: "mizao-zong", title: "蜜枣粽", option: "2 只装", priceFen: 1_380n },
  pickle: { slug: "meicai-zong", title: "梅干菜肉粽", option: "2 只装", priceFen: 1_980n },
  ham: { slug: "huotui-zong", title: "火腿鲜肉粽", option: "2 只装", priceFen: 2_680n },
} as const;
