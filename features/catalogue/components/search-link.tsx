import { Icon } from "@/components/phone/icon";
import { mallText } from "@/lib/i18n/mall-text";

/** Looks like a search field, leads to the search page: the public pages stay the same for everybody. */
export function SearchLink() {
  return (
    <a
      href="/search"
      className="flex min-h-11 min-w-0 flex-[1_1_9rem] items-center gap-2 rounded-full bg-sunken px-4 text-ink-soft text-sm"
    >
      <Icon name="search" className="size-[1.125rem]" />
      <span className="truncate">{mallText("mall.home.search")}</span>
    </a>
  );
}
