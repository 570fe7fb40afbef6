import { useTranslations } from "next-intl";
import { LinkTabs } from "@/components/ui/link-tabs";

const tabs = {
  stock: "/merchant/stock",
  reorder: "/merchant/stock/reorder",
  purchases: "/merchant/stock/purchases",
  suppliers: "/merchant/stock/suppliers",
  counts: "/merchant/stock/counts",
  movements: "/merchant/stock/movements",
} as const;

/** The views of the warehouse. */
export function StockTabs({ current }: { current: keyof typeof tabs }) {
  const text = useTranslations("stock");
  return (
    <LinkTabs
      label={text("title")}
      tabs={Object.entries(tabs).map(([name, href]) => ({
        href,
        label: text(`tab.${name}`),
        isCurrent: name === current,
      }))}
    />
  );
}
