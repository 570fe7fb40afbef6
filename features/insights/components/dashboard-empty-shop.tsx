import Link from "next/link";
import { useTranslations } from "next-intl";
import { Notice } from "@/components/ui/notice";

/** Above the boards of a shop without orders: why they are empty, and where to begin. */
export function EmptyShop() {
  const text = useTranslations("overview.firstSteps");
  return (
    <div className="mb-4 print:hidden">
      <Notice>
        {text("boards")}{" "}
        <Link href="/merchant" className="underline">
          {text("go")}
        </Link>
      </Notice>
    </div>
  );
}
