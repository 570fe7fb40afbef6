"use client";

import { signIn } from "next-auth/react";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

type Refusal = "wrong" | "locked" | "failed";

/** What next-auth hands over is the reason of signInStaff, or its own word for "no". */
function refusalOf(error: string | null | undefined): Refusal {
  if (error === "locked") return "locked";
  return error === "wrong_credentials" || error === "CredentialsSignin" ? "wrong" : "failed";
}

export function DashboardSignIn({ shopName }: { shopName: string }) {
  const text = useTranslations("signIn");
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  const [isBusy, setIsBusy] = useState(false);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setIsBusy(true);
    setRefusal(null);
    const result = await signIn("credentials", {
      redirect: false,
      email: String(form.get("email")),
      password: String(form.get("password")),
    }).catch(() => undefined);
    if (result?.ok) {
      window.location.assign("/merchant");
      return;
    }
    setRefusal(refusalOf(result?.error));
    setIsBusy(false);
  }

  return (
    <main className="mx-auto grid min-h-dvh max-w-sm content-center gap-6 px-6 py-12">
      <header>
        <p className="text-sm text-ink-faint">{text("brand")}</p>
        <h1 className="text-2xl font-semibold">{text("heading", { shop: shopName })}</h1>
      </header>
      <form onSubmit={submit} className="grid gap-3">
        <TextField
          label={text("email")}
          name="email"
          type="email"
          autoComplete="username"
          required
        />
        <TextField
          label={text("password")}
          name="password"
          type="password"
          autoComplete="current-password"
          required
        />
        <p role="alert" className="text-sm text-danger">
          {refusal && text(`refusal.${refusal}`)}
        </p>
        <Button look="primary" type="submit" disabled={isBusy} className="min-h-11">
          {isBusy ? text("busy") : text("submit")}
        </Button>
      </form>
      <p className="text-sm text-ink-faint">{text("forgotten")}</p>
    </main>
  );
}
