import { getLocale, getTranslations } from "next-intl/server";
import { setLocaleAction } from "@/app/merchant/set-locale-action";
import { buttonLook } from "@/components/ui/button";

/** Changes between Chinese and English; works without script. */
export async function LanguageSwitch() {
  const text = await getTranslations("shell");
  const isChinese = (await getLocale()) === "zh";
  return (
    <form action={setLocaleAction}>
      <button
        type="submit"
        name="locale"
        value={isChinese ? "en" : "zh"}
        lang={isChinese ? "en" : "zh-CN"}
        className={buttonLook("quiet")}
      >
        {text("otherLanguage")}
      </button>
    </form>
  );
}
