import { expect, test } from "vitest";
import { decodeText } from "@/lib/csv/decode-text";
import { readCsv } from "@/lib/csv/read-csv";
import { writeCsv } from "@/lib/csv/write-csv";

const bytes = (text: string) => new TextEncoder().encode(text);

test("UTF-8 with and without byte order mark and GBK give the same text", () => {
  // "售价" in GBK.
  const gbk = new Uint8Array([0xca, 0xdb, 0xbc, 0xdb]);
  expect(decodeText(gbk)).toBe("售价");
  expect(decodeText(bytes("售价"))).toBe("售价");
  expect(decodeText(bytes("\uFEFF售价"))).toBe("售价");
});

test("what is no text is refused", () => {
  expect(decodeText(new Uint8Array([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00]))).toBeNull();
  expect(decodeText(new Uint8Array([0xff, 0xff, 0xff]))).toBeNull();
});

test.each([",", ";", "\t"])("the separator %j, quotes and CRLF are found out", (separator) => {
  const text = [
    ["名称", "价格"],
    ['"a ""b"" , ; c"', " 1.50 "],
    ["", ""],
    ['"two\nlines"', "2"],
  ]
    .map((row) => row.join(separator))
    .join("\r\n");
  expect(readCsv(text, 10)).toEqual({
    ok: true,
    columns: ["名称", "价格"],
    rows: [
      { lineNo: 2, cells: { 名称: 'a "b" , ; c', 价格: "1.50" } },
      { lineNo: 4, cells: { 名称: "two\nlines", 价格: "2" } },
    ],
  });
});

test("a table without rows and one with too many are told apart", () => {
  expect(readCsv("a,b\n", 10)).toEqual({ ok: false, reason: "empty" });
  expect(readCsv("a,b\n1,2\n3,4\n5,6\n", 2)).toEqual({ ok: false, reason: "too_many_lines" });
  expect(readCsv("a,b\n1,2\n3,4\n", 2).ok).toBe(true);
});

test("no cell that a spreadsheet would run as a formula leaves as one; numbers stay numbers", () => {
  const cells = ["=1+1", "+cmd", "-2+3", "@x", "\tx", "-3.50", "a,b", 'say "so"', "plain"];
  expect(writeCsv([cells])).toBe(`'=1+1,'+cmd,'-2+3,'@x,'\tx,-3.50,"a,b","say ""so""",plain\r\n`);
});
