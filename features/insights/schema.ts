/** A half-open window [from, to) of one merchant. */
export type Window = { merchantId: string; from: Date; to: Date };

/** Sales in one hour of a day and of the day before, in fen. */
export type HourSales = { hour: number; fen: bigint; previousFen: bigint };

export type BestSeller = { productId: string; title: string; units: number; salesFen: bigint };

/** What share links brought on one Shanghai day. */
export type ShareDay = {
  day: string;
  visits: number;
  visitors: number;
  orders: number;
  salesFen: bigint;
};

export type ShareChannelFigures = {
  channel: "card" | "qr" | "poster" | "offline";
  links: number;
  visits: number;
  visitors: number;
  orders: number;
  salesFen: bigint;
};

export type TopSharer = {
  customerId: string;
  distributorId: string | null;
  name: string;
  visits: number;
  visitors: number;
  orders: number;
  salesFen: bigint;
};

export type TopLink = {
  linkId: string;
  code: string;
  sharerName: string;
  targetKind: "shop" | "product" | "category" | "scene";
  targetTitle: string;
  channel: ShareChannelFigures["channel"];
  visits: number;
  visitors: number;
  orders: number;
};

/** A day at a glance. Amounts in fen; conversion is buyers ÷ visitors, null without a visitor. */
export type DayFigures = {
  orders: number;
  netSalesFen: bigint;
  buyers: number;
  visitors: number;
  conversionBps: number | null;
  commissionFen: bigint;
};
