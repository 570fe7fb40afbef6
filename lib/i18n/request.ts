import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, parseLocale } from "@/lib/i18n/locale";

/** next-intl's entry for the dashboard. The mall does not pass here: its pages must not read cookies. */
export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(localeCookie)?.value);
  const messages = await import(`../../messages/${locale}/dashboard.json`);
  return { locale, messages: messages.default, timeZone: "Asia/Shanghai" };
});
