import type { ReactElement } from "react";

/** All words of a poster, ready to print. */
export type PosterText = {
  title: string;
  /** Empty where nothing has a price. */
  price: string;
  priceSuffix: string;
  shopName: string;
  /** "小满 推荐", or the shop's own words where the sharer has no name. */
  sharer: string;
  hint: string;
};

/** In CSS pixels; the PNG is three times as large. */
export const posterWidth = 375;
export const posterHeight = 648;
/** The place that is left free for the QR code, a square. */
export const qrPlace = { left: 245, top: 524, size: 108 };

const ink = "#262a20";
const inkSoft = "#55594a";
const cinnabar = "#ab3322";

/**
 * Everything of the poster but its two pictures, which are laid over it pixel by pixel: the product in
 * the square at the top, the QR code at qrPlace.
 */
export function PosterLayout({ text }: { text: PosterText }): ReactElement {
  return (
    <div
      lang="zh-CN"
      style={{
        display: "flex",
        flexDirection: "column",
        width: posterWidth,
        height: posterHeight,
        paddingTop: posterWidth,
        background: "#fffdf8",
        color: ink,
        fontFamily: "Noto Sans SC",
      }}
    >
      <div style={{ display: "flex", flexDirection: "column", padding: "16px 22px 0" }}>
        <div style={{ ...clamp(2), fontSize: 21, fontWeight: 700, lineHeight: 1.4 }}>
          {text.title}
        </div>
        {text.price ? <PosterPrice price={text.price} suffix={text.priceSuffix} /> : null}
      </div>
      <div
        style={{
          display: "flex",
          position: "absolute",
          top: 508,
          left: 22,
          width: 331,
          borderTop: "1px solid #e5dcc9",
        }}
      />
      <div
        style={{
          display: "flex",
          flexDirection: "column",
          position: "absolute",
          left: 22,
          top: 530,
          width: 208,
        }}
      >
        <div style={{ ...clamp(1), fontSize: 16, fontWeight: 700 }}>{text.sharer}</div>
        <div style={{ display: "flex", marginTop: 6, fontSize: 13, color: inkSoft }}>
          {text.hint}
        </div>
        <div style={{ ...clamp(1), marginTop: 22, fontSize: 13, color: inkSoft }}>
          {text.shopName}
        </div>
      </div>
    </div>
  );
}

function PosterPrice({ price, suffix }: { price: string; suffix: string }): ReactElement {
  return (
    <div
      style={{
        display: "flex",
        alignItems: "baseline",
        marginTop: 4,
        color: cinnabar,
        fontWeight: 700,
      }}
    >
      <span style={{ fontSize: 18 }}>¥</span>
      <span style={{ fontSize: 28, marginLeft: 2 }}>{price}</span>
      <span style={{ fontSize: 14, marginLeft: 4, fontWeight: 400 }}>{suffix}</span>
    </div>
  );
}

function clamp(lines: number) {
  return {
    display: "block",
    lineClamp: lines,
    overflow: "hidden",
    textOverflow: "ellipsis",
  } as const;
}
