/** What customers of the demo write, by their stars; true of food and of tea. */
export const reviewTexts: Readonly<Record<1 | 2 | 3 | 4 | 5, readonly string[]>> = {
  5: [
    "包装严实，送到没有一点磕碰，家里老人也喜欢。",
    "味道和上次买的一样好，还会再来。",
    "朋友推荐的，试了一下确实不错，已经转给同事了。",
    "下单第二天就发货了，日期很新鲜。",
    "送长辈的，打开盒子很体面。",
    "用料实在，看得出是认真做的。",
    "第三次买了，一直很稳。",
  ],
  4: [
    "味道不错，就是快递比说的晚了半天。",
    "挺好的，分量如果再多一点就更好了。",
    "口味偏淡，适合我们家，包装可以再简单些。",
    "东西好，价格比线下略贵一点。",
  ],
  3: [
    "中规中矩，没有惊喜也没有失望。",
    "味道还行，外盒有一个角压扁了。",
    "和图片差不多，不过说明里的做法写得不太清楚。",
  ],
  2: ["等了四天才发货，差点赶不上用。", "有点偏甜，和介绍的不太一样。"],
  1: ["送到时漏了真空，联系商家后补发了，希望以后仔细检查。"],
};

/** Holds a phone number: the shop hides it. */
export const numberText = "想团购的可以找我拼单，电话 13800012345。";

/** How the shop answers those who were not content. */
export const reviewAnswers = [
  "谢谢您告诉我们，已经和仓库核对过，之后发货前会多检查一遍。",
  "抱歉让您久等了，我们调整了发货安排，下次会提前告知。",
  "口味的意见记下了，会转给做的师傅，欢迎下次试试别的口味。",
] as const;

/** Why people would recommend the shop, by what they answered. */
export const npsTexts = {
  promoter: ["东西好，送人放心。", "发货快，客服也客气。", "已经推荐给好几个朋友了。"],
  passive: ["还可以，看看下次稳不稳。", "价格再低一点就更愿意推荐。"],
  detractor: ["发货太慢。", "收到时包装破了，影响心情。"],
} as const;
