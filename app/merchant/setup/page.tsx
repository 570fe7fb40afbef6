import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { getTranslations } from "next-intl/server";
import { setUpAction } from "@/app/merchant/setup/set-up-action";
import { isInstallationEmpty } from "@/features/merchants/queries/is-installation-empty";
import { DashboardSetUp } from "@/features/staff/components/dashboard-set-up";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("setUp"))("title") };
}

/** Where an installation without any shop begins. With a shop there is nothing to set up. */
export default async function SetUpPage() {
  await connection();
  if (!(await isInstallationEmpty())) redirect("/merchant/sign-in");
  return <DashboardSetUp setUp={setUpAction} />;
}
