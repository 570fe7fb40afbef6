/** What a line of another system's order history may tell; the first five are needed. */
export const HISTORY_FIELDS = [
  "invoiceNo",
  "code",
  "quantity",
  "unitPrice",
  "soldAt",
  "title",
  "customerRef",
  "region",
] as const;
export type HistoryField = (typeof HISTORY_FIELDS)[number];

export const NEEDED_HISTORY_FIELDS: readonly HistoryField[] = HISTORY_FIELDS.slice(0, 5);

/** How a date without a leading year is to be read. One that begins with the year is always clear. */
export const DATE_ORDERS = ["ymd", "dmy", "mdy"] as const;
export type DateOrder = (typeof DATE_ORDERS)[number];

/** How a file is to be read: which column holds what, and what marks refunds and entries that are no orders. */
export type HistoryMapping = {
  /** Index of the column of each field; a field that the file lacks is left out. */
  columns: Partial<Record<HistoryField, number>>;
  dateOrder: DateOrder;
  /** Invoices whose number begins so are refunds; empty when the file marks none. */
  refundPrefix: string;
  /** Invoices whose number begins so are no orders at all, such as bookkeeping adjustments. */
  ignoredPrefix: string;
};

/** Heads under which systems export these fields, lower case, without spaces and underlines. */
const KNOWN_HEADS: Record<HistoryField, readonly string[]> = {
  invoiceNo: ["invoice", "invoiceno", "orderno", "orderid", "订单号", "订单编号", "单号"],
  code: ["stockcode", "sku", "code", "itemcode", "商品编码", "规格编码", "货号", "商家编码"],
  quantity: ["quantity", "qty", "数量", "购买数量"],
  unitPrice: ["price", "unitprice", "单价", "商品单价", "成交单价"],
  soldAt: [
    "invoicedate",
    "date",
    "paidat",
    "orderdate",
    "支付时间",
    "付款时间",
    "下单时间",
    "日期",
  ],
  title: ["description", "title", "productname", "商品名称", "商品", "宝贝标题"],
  customerRef: ["customerid", "customer", "userid", "顾客编号", "会员号", "买家", "用户id"],
  region: ["country", "region", "province", "省份", "省", "地区", "国家"],
};

/** The columns that speak for themselves; the rest is left to a person. */
export function guessColumns(heads: readonly string[]): HistoryMapping["columns"] {
  const plain = heads.map((head) => head.toLowerCase().replace(/[\s_]/g, ""));
  const found: HistoryMapping["columns"] = {};
  for (const field of HISTORY_FIELDS) {
    const index = plain.findIndex((head) => KNOWN_HEADS[field].includes(head));
    if (index >= 0) found[field] = index;
  }
  return found;
}
