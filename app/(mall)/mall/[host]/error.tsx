"use client";

import { Button, ButtonLink } from "@/components/phone/button";
import { EmptyState } from "@/components/phone/empty-state";
import { PageShell } from "@/components/phone/page-shell";
import { phoneSentence } from "@/lib/i18n/phone-sentence";

export default function ErrorPage({ reset }: { reset: () => void }) {
  return (
    <PageShell>
      <EmptyState icon="info" title={phoneSentence("page_failed")}>
        <Button onClick={reset}>{phoneSentence("retry_label")}</Button>
        <ButtonLink href="/" look="quiet">
          {phoneSentence("home_label")}
        </ButtonLink>
      </EmptyState>
    </PageShell>
  );
}
