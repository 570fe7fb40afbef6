import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { LanguageSwitch } from "@/app/merchant/language-switch";
import { merchantOfHost } from "@/features/merchants/gate";
import { getProfile } from "@/features/merchants/queries/get-profile";
import { DashboardSignIn } from "@/features/staff/components/dashboard-sign-in";
import { currentStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("signIn"))("title") };
}

/** next-auth comes back here with `?error=` when a sign-in was refused. */
export default async function SignInPage() {
  const shop = await merchantOfHost((await headers()).get("host") ?? "");
  if (!shop) notFound();
  if (await currentStaff()) redirect("/merchant");
  const { merchantId } = shop;
  const profile = await inMerchant(merchantId, (tx) => getProfile(tx, merchantId));
  return (
    <>
      <div className="absolute top-3 right-3">
        <LanguageSwitch />
      </div>
      <DashboardSignIn shopName={profile.name} />
    </>
  );
}
