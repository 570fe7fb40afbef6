import Link from "next/link";
import { useTranslations } from "next-intl";
import { buttonLook } from "@/components/ui/button";
import { sharePersonHref } from "@/features/insights/components/share-tree-tables";
import { can, type StaffRole } from "@/features/staff/schema";

/** The way to whom a customer brought, for those who may look at the share tree. */
export function ShareTreeLink({ role, customerId }: { role: StaffRole; customerId: string }) {
  const text = useTranslations("insights");
  if (!can(role, "insights.read")) return null;
  return (
    <Link href={sharePersonHref(customerId)} className={buttonLook()}>
      {text("board.share-graph.name")}
    </Link>
  );
}
