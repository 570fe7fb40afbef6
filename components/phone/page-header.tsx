import type { ReactNode } from "react";
import { Icon } from "@/components/phone/icon";
import { mallText } from "@/lib/i18n/mall-text";

/** The bar at the top of a page that is reached from another: way back, title, one action at most. */
export function PageHeader({
  title,
  titleAs: Title = "h1",
  backHref,
  action,
}: {
  title: string;
  /** "p" where the page has a heading of its own and the bar only says where one is. */
  titleAs?: "h1" | "p";
  /** Where "back" leads; the page above this one, not the browser's history. */
  backHref: string;
  action?: ReactNode;
}) {
  return (
    <header className="sticky top-0 z-20 border-b hairline bg-paper/95 pt-[env(safe-area-inset-top)] backdrop-blur-sm">
      <div className="flex min-h-12 items-center gap-1 pr-2 pl-1">
        <a
          href={backHref}
          aria-label={mallText("mall.common.back")}
          className="grid size-11 shrink-0 place-items-center rounded-full text-ink active:bg-sunken"
        >
          <Icon name="back" className="size-5" />
        </a>
        <Title className="min-w-0 flex-1 py-2 font-semibold text-[1.0625rem]">{title}</Title>
        {action}
      </div>
    </header>
  );
}
