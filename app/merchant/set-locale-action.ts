"use server";

import { cookies } from "next/headers";
import { env } from "@/lib/env";
import { localeCookie, parseLocale } from "@/lib/i18n/locale";

const yearSeconds = 31_536_000;

/** Remembers the language of the dashboard in this browser; anything unknown is Chinese. */
export async function setLocaleAction(form: FormData): Promise<void> {
  const locale = form.get("locale");
  (await cookies()).set(
    localeCookie,
    parseLocale(typeof locale === "string" ? locale : undefined),
    {
      maxAge: yearSeconds,
      path: "/",
      sameSite: "lax",
      secure: env().PUBLIC_ORIGIN.startsWith("https:"),
    },
  );
}
