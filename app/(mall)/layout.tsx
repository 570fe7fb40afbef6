import type { Metadata, Viewport } from "next";
import type { ReactNode } from "react";
import "./mall.css";

export const metadata: Metadata = {
  // Phones guess numbers to be telephone numbers; prices and order numbers are not.
  formatDetection: { telephone: false, email: false, address: false },
};

export const viewport: Viewport = {
  width: "device-width",
  initialScale: 1,
  viewportFit: "cover",
  themeColor: "#f8f3e8",
};

export default function MallLayout({ children }: { children: ReactNode }) {
  return (
    <html lang="zh-CN">
      <body>{children}</body>
    </html>
  );
}
