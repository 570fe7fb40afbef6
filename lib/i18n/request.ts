import { cookies } from "next/headers";
import { getRequestConfig } from "next-intl/server";
import { localeCookie, parseLocale } from "@/lib/i18n/locale";

/** Catalogues beside the dashboard's own, each under its name. */
const namespaces = [
  "payouts",
  "refunds",
  "reconciliation",
  "customers",
  "insights",
  "history",
  "reviews",
  "stock",
];

/** next-intl's entry for the dashboard. The mall does not pass here: its pages must not read cookies. */
export default getRequestConfig(async () => {
  const locale = parseLocale((await cookies()).get(localeCookie)?.value);
  const { default: dashboard } = await import(`../../messages/${locale}/dashboard.json`);
  const parts = await Promise.all(
    namespaces.map(async (name) => {
      const { default: part } = await import(`../../messages/${locale}/${name}.json`);
      return [name, part] as const;
    }),
  );
  const messages = { ...dashboard, ...Object.fromEntries(parts) };
  return { locale, messages, timeZone: "Asia/Shanghai" };
});
