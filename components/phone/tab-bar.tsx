import { CartBadge } from "@/components/phone/cart-badge";
import { Icon, type IconName } from "@/components/phone/icon";
import { mallText } from "@/lib/i18n/mall-text";

export type ShopTab = "home" | "categories" | "cart" | "me";

const tabs: readonly { tab: ShopTab; href: string; icon: IconName }[] = [
  { tab: "home", href: "/", icon: "home" },
  { tab: "categories", href: "/c", icon: "grid" },
  { tab: "cart", href: "/cart", icon: "basket" },
  { tab: "me", href: "/me", icon: "person" },
];

/** The four places of the shop; stands at the bottom of the pages that are one of them. */
export function TabBar({ current }: { current: ShopTab | null }) {
  return (
    <nav
      aria-label={mallText("mall.tabs.label")}
      className="sticky bottom-0 z-20 bg-card shadow-bar pb-[env(safe-area-inset-bottom)]"
    >
      <ul className="grid grid-cols-4">
        {tabs.map(({ tab, href, icon }) => (
          <li key={tab}>
            <a
              href={href}
              aria-current={tab === current ? "page" : undefined}
              className="relative flex min-h-14 flex-col items-center justify-center gap-0.5 py-1 text-ink-faint text-xs aria-[current=page]:font-semibold aria-[current=page]:text-leaf"
            >
              <span className="relative">
                <Icon name={icon} />
                {tab === "cart" ? <CartBadge label={mallText.raw("mall.tabs.cart_count")} /> : null}
              </span>
              {mallText(`mall.tabs.${tab}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
