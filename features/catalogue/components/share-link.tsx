import { Icon } from "@/components/phone/icon";
import { mallText } from "@/lib/i18n/mall-text";

/** The way to a product's share tools: card, QR code, poster. */
export function ShareLink({ slug }: { slug: string }) {
  return (
    <a
      href={`/share/product/${slug}`}
      className="inline-flex min-h-11 shrink-0 items-center gap-1 rounded-full px-2.5 text-leaf text-sm active:bg-leaf-soft"
    >
      <Icon name="share" className="size-5" />
      {mallText("mall.product.share")}
    </a>
  );
}
