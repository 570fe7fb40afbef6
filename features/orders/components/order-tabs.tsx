import type { OrderState } from "@/domain/orders/order-state";
import { mallText } from "@/lib/i18n/mall-text";

const tabs = [null, "awaiting_payment", "paid", "shipped", "received"] as const;

/** Which orders are shown; each tab is an address of its own. */
export function OrderTabs({ current }: { current: OrderState | null }) {
  return (
    <nav
      aria-label={mallText("mall.orders.tabs")}
      className="no-scrollbar overflow-x-auto border-b hairline"
    >
      <ul className="flex min-w-max justify-between px-2">
        {tabs.map((state) => (
          <li key={state ?? "all"}>
            <a
              href={state ? `/orders?state=${state}` : "/orders"}
              aria-current={state === current ? "page" : undefined}
              className="flex min-h-12 items-center border-transparent border-b-2 px-3 text-ink-soft aria-[current=page]:border-leaf aria-[current=page]:font-semibold aria-[current=page]:text-leaf"
            >
              {mallText(`mall.orders.tab_${state ?? "all"}`)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
