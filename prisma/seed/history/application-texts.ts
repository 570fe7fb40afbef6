/** What applicants write, and what the shop answers to those it refuses. */
export const applicationTexts: readonly string[] = [
  "在社区做团购两年,手上有三个邻居群,大家常问我粽子哪家好。",
  "自己吃了三次了,家里老人也喜欢,想介绍给同事。",
  "开一间小花店,逢节客人会问伴手礼,想放一张海报在柜台。",
  "公司行政,每年负责采购节日福利,认识不少同行。",
  "宝妈一枚,平时在朋友圈分享早餐,想把你家的早餐粽写进去。",
  "大学生,想在学校里做代理,宿舍楼下可以自提。",
  "做美食笔记,粉丝不多但是都很信任我。",
  "健身房前台,会员里喜欢杂粮粽的不少。",
  "老家就是嘉兴的,知道什么是好粽子,愿意替你们说话。",
  "小区物业管家,业主群有四百多人,经常组织拼单。",
  "在医院上班,同事值夜班常买速食,蒸一下就能吃很合适。",
  "退休教师,以前的学生和家长都还联系着。",
];

export const refusals: readonly { applicationText: string; reason: string }[] = [
  {
    applicationText: "有很多群,可以每天刷屏推广,效果保证。",
    reason: "我们不希望朋友被刷屏打扰。如果愿意换一种方式介绍,欢迎再次申请。",
  },
  {
    applicationText: "本人专业拉人头,可发展多级代理,请给最高佣金。",
    reason: "本店只有两级佣金,按实际成交计算,不做多级代理。",
  },
  {
    applicationText: "同行,想看看你们的佣金比例。",
    reason: "申请说明与推广无关,暂不通过。",
  },
  {
    applicationText: "加我微信详聊",
    reason: "申请里没有写打算怎么介绍,请补充后再申请。",
  },
];

export const freezeReason = "多位顾客反映收到群发骚扰信息,核实期间暂停分享收益。";
