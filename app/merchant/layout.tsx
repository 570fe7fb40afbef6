import type { Metadata } from "next";
import { NextIntlClientProvider } from "next-intl";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import "./dashboard.css";

export async function generateMetadata(): Promise<Metadata> {
  const text = await getTranslations("shell");
  return {
    title: { default: text("title"), template: `%s · ${text("title")}` },
    robots: { index: false, follow: false },
  };
}

export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const locale = await getLocale();
  return (
    <html lang={locale === "zh" ? "zh-CN" : "en"}>
      <body>
        <NextIntlClientProvider>{children}</NextIntlClientProvider>
      </body>
    </html>
  );
}
