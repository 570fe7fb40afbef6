import QRCode from "qrcode";
import sharp from "sharp";
import { expect, test } from "vitest";
import { drawPoster } from "@/lib/poster/draw-poster";
import { qrPlace } from "@/lib/poster/poster-layout";

const text = {
  title: "一二三四五六七八九十一二三四五」六七八九，十一二三四五六七八九十一二三四五六七八九十",
  price: "128.00",
  priceSuffix: "起",
  shopName: "南湖粽坊",
  sharer: "小满 推荐给你",
  hint: "长按识别二维码",
};

test("a poster is 1125 pixels wide and its QR code has every module of the link, in whole pixels", async () => {
  const url = "https://shop.example.com/s/abcdefghjk";
  const png = await drawPoster({ text, url, picture: null });
  const { width, height } = await sharp(png).metadata();
  expect([width, height]).toEqual([1125, 1944]);

  const { modules } = QRCode.create(url, { errorCorrectionLevel: "M" });
  const place = qrPlace.size * 3;
  const moduleSize = Math.floor(place / (modules.size + 8));
  const rest = Math.floor((place - moduleSize * (modules.size + 8)) / 2);
  const side = moduleSize * modules.size;
  const { data } = await sharp(png)
    .extract({
      left: qrPlace.left * 3 + rest + 4 * moduleSize,
      top: qrPlace.top * 3 + rest + 4 * moduleSize,
      width: side,
      height: side,
    })
    .greyscale()
    .raw()
    .toBuffer({ resolveWithObject: true });
  const wrong = Array.from(data).filter((grey, at) => {
    const row = Math.floor(Math.floor(at / side) / moduleSize);
    const column = Math.floor((at % side) / moduleSize);
    return grey !== (modules.get(row, column) ? 0 : 255);
  });
  expect(wrong).toEqual([]);
});

test("a product's picture fills the square at the top", async () => {
  const picture = await sharp({
    create: { width: 300, height: 200, channels: 3, background: "#123456" },
  })
    .webp({ lossless: true })
    .toBuffer();
  const png = await drawPoster({ text, url: "https://shop.example.com/s/abcdefghjk", picture });
  const corner = await sharp(png)
    .extract({ left: 1120, top: 1120, width: 1, height: 1 })
    .raw()
    .toBuffer();
  expect([...corner.subarray(0, 3)]).toEqual([0x12, 0x34, 0x56]);
});
