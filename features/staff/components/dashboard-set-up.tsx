"use client";

import { useTranslations } from "next-intl";
import { ActionForm } from "@/components/ui/action-form";
import type { FormAction } from "@/components/ui/action-result";
import { FormInput } from "@/components/ui/form-field";
import { Toasts } from "@/components/ui/toasts";

/** The form of an empty installation's first visitor. */
export function DashboardSetUp({ setUp }: { setUp: FormAction }) {
  const text = useTranslations("setUp");
  return (
    <Toasts>
      <main className="mx-auto grid min-h-dvh max-w-md content-center gap-6 px-6 py-12">
        <header>
          <h1 className="text-2xl font-semibold">{text("heading")}</h1>
          <p className="mt-1 text-ink-soft text-sm">{text("intro")}</p>
        </header>
        <ActionForm action={setUp} submitLabel={text("submit")}>
          <FormInput name="code" label={text("code")} hint={text("codeHint")} autoComplete="off" />
          <FormInput name="shopName" label={text("shopName")} maxLength={60} />
          <FormInput name="ownerName" label={text("ownerName")} autoComplete="name" />
          <FormInput name="email" label={text("email")} type="email" autoComplete="username" />
          <FormInput
            name="password"
            label={text("password")}
            hint={text("passwordHint")}
            type="password"
            autoComplete="new-password"
          />
        </ActionForm>
      </main>
    </Toasts>
  );
}
