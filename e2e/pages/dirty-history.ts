import { gzipSync } from "node:zlib";

/** "茶" as Chinese Excel writes it, in the middle of a file in UTF-8. */
const foreignTea = [0xb2, 0xe8];

/** Made up, with the kinds of dirt that real exports hold; a comment says what becomes of each line. */
const lines = [
  "订单编号,货品,商品名称,数量,付款时间,成交单价,会员号,省份",
  // Invoice J1: three lines at three times, one of them a service.
  'J1,R-8,"红茶, 罐装",2,2026-01-05 10:00,"1,234.50",V7,广东省',
  "J1,R-8,红茶,1,2026年1月5日 09:59,12.345,V7,广东省",
  "J1,POST,邮费,1,5/1/2026 10:30,8,V7,广东省",
  // J2: a guest.
  "J2,G-3,绿茶,3,06/01/2026,2.955,,浙江省",
  // A refund, and one that claims to be.
  "CJ1,R-8,红茶,-1,2026-02-01 12:00,1234.50,V7,广东省",
  "CJ9,R-8,红茶,1,2026-02-01 12:00,12.50,V7,广东省",
  // Not taken: adjustment, write-off, gift, no date, half a piece, no such day, a missing column.
  "AJ3,B,坏账调整,1,2026-02-02 12:00,-900,,",
  "J4,R-8,破损,-4,2026-02-03 12:00,0,,",
  'J5,R-8,"赠品 ""小样""",1,2026-02-03 12:00,0.001,,',
  "J6,R-8,红茶,1,,5,,",
  "J7,R-8,红茶,1.5,2026-02-03 12:00,5,,",
  "J8,R-8,红茶,1,2026-02-31 12:00,5,,",
  "J9,R-8",
];

/** What must be told of it. */
export const dirtyHistory = {
  read: 14,
  sales: 4,
  refundLines: 1,
  refused: 9,
  orders: 2,
  refunds: 1,
  netOfJ1Fen: 2n * 123_450n + 1_235n + 800n,
} as const;

/** The file, gzipped, with one cell in another encoding at its end. */
export function dirtyHistoryFile(): Buffer {
  const text = Buffer.from(`${lines.join("\r\n")}\r\nJ10,R-8,`);
  const end = Buffer.from(",1,2026-02-04 12:00,5,,\r\n");
  return gzipSync(Buffer.concat([text, Buffer.from(foreignTea), end]));
}
