import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { signOutAction } from "@/app/merchant/(desk)/sign-out-action";
import { LanguageSwitch } from "@/app/merchant/language-switch";
import { DeskShell } from "@/components/layout/desk-shell";
import { buttonLook } from "@/components/ui/button";
import { Toasts } from "@/components/ui/toasts";
import { countAttention } from "@/features/insights/queries/count-attention";
import { getProfile } from "@/features/merchants/queries/get-profile";
import { countFinanceAttention } from "@/features/payouts/queries/count-finance-attention";
import { requireStaff } from "@/features/staff/gate";
import { can, type Permission } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

type Section = { href: string; name: string; permission: Permission; count?: number };

const badgeOf = (count: number | undefined) => (count ? String(count) : undefined);

export default async function DeskLayout({ children }: { children: ReactNode }) {
  const staff = await requireStaff("overview.read");
  const { merchantId } = staff;
  const text = await getTranslations();
  const now = systemClock();
  const { profile, attention, finance } = await inMerchant(merchantId, async (tx) => ({
    profile: await getProfile(tx, merchantId),
    attention: await countAttention(tx, { merchantId }),
    finance: can(staff.role, "finance.read")
      ? await countFinanceAttention(tx, { merchantId, now })
      : null,
  }));
  const sections: Section[] = [
    { href: "/merchant", name: "overview", permission: "overview.read" },
    { href: "/merchant/insights", name: "insights", permission: "insights.read" },
    {
      href: "/merchant/orders",
      name: "orders",
      permission: "order.read",
      count: attention.toShip,
    },
    { href: "/merchant/products", name: "products", permission: "product.read" },
    { href: "/merchant/stock", name: "stock", permission: "stock.read" },
    {
      href: "/merchant/distributors",
      name: "distributors",
      permission: "distributor.read",
      count: attention.applications,
    },
    { href: "/merchant/customers", name: "customers", permission: "customer.read" },
    {
      href: "/merchant/reviews",
      name: "reviews",
      permission: "reviews.read",
      count: attention.reviews,
    },
    { href: "/merchant/commission-rules", name: "rules", permission: "rule.read" },
    { href: "/merchant/sharing", name: "sharing", permission: "sharing.read" },
    {
      href: "/merchant/finance",
      name: "finance",
      permission: "finance.read",
      count: Object.values(finance ?? {}).reduce((sum, count) => sum + count, 0),
    },
    { href: "/merchant/history", name: "history", permission: "history.import" },
    { href: "/merchant/audit", name: "audit", permission: "audit.read" },
    { href: "/merchant/settings", name: "settings", permission: "settings.write" },
    { href: "/merchant/staff", name: "staff", permission: "overview.read" },
  ];
  const links = sections
    .filter(({ permission }) => can(staff.role, permission))
    .map(({ href, name, count }) => ({
      href,
      label:
        name === "staff" && staff.role !== "owner" ? text("shell.account") : text(`nav.${name}`),
      badge: badgeOf(count),
    }));
  return (
    <Toasts>
      <DeskShell
        shopName={profile.name}
        person={`${staff.name} · ${text(`role.${staff.role}`)}`}
        links={links}
        labels={{ skip: text("shell.skip"), menu: text("shell.menu") }}
        corner={
          <>
            <LanguageSwitch />
            <form action={signOutAction}>
              <button type="submit" className={buttonLook("quiet")}>
                {text("shell.signOut")}
              </button>
            </form>
          </>
        }
      >
        {children}
      </DeskShell>
    </Toasts>
  );
}
