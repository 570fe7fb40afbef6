import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { buttonLook } from "@/components/ui/button";
import { EmptyNotice } from "@/components/ui/empty-notice";

export default async function DeskNotFound() {
  const text = await getTranslations("errors");
  return (
    <EmptyNotice title={text("notFoundHeading")}>
      <p className="mb-4">{text("notFoundBody")}</p>
      <Link href="/merchant" className={buttonLook()}>
        {text("home")}
      </Link>
    </EmptyNotice>
  );
}
