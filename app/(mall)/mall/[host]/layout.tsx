import type { Metadata } from "next";
import type { ReactNode } from "react";
import { loadShop } from "@/app/(mall)/load-shop";
import { pictureUrl } from "@/components/phone/picture";

export async function generateMetadata({
  params,
}: {
  params: Promise<{ host: string }>;
}): Promise<Metadata> {
  const { profile, banner, origin } = await loadShop((await params).host);
  return {
    metadataBase: new URL(origin),
    title: { default: profile.name, template: `%s · ${profile.name}` },
    description: profile.slogan || profile.name,
    openGraph: {
      siteName: profile.name,
      locale: "zh_CN",
      type: "website",
      ...(banner ? { images: [pictureUrl(banner.storageKey, 800)] } : {}),
    },
  };
}

export default function ShopLayout({ children }: { children: ReactNode }) {
  return children;
}
