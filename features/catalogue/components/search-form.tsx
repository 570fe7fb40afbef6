import { Button } from "@/components/phone/button";
import { mallText } from "@/lib/i18n/mall-text";

/** A plain form: it works before any script has loaded, and the words stay in the address. */
export function SearchForm({ text }: { text: string }) {
  return (
    <search>
      <form action="/search" className="flex gap-2">
        <input
          type="search"
          name="q"
          defaultValue={text}
          maxLength={40}
          enterKeyHint="search"
          aria-label={mallText("mall.search.label")}
          placeholder={mallText("mall.search.placeholder")}
          className="min-h-11 min-w-0 flex-1 rounded-full border border-edge bg-card px-4 text-base placeholder:text-ink-faint"
        />
        <Button type="submit">{mallText("mall.search.submit")}</Button>
      </form>
    </search>
  );
}
