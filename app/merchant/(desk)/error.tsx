"use client";

import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { EmptyNotice } from "@/components/ui/empty-notice";

export default function DeskError({ reset }: { error: Error; reset: () => void }) {
  const text = useTranslations("errors");
  return (
    <div role="alert">
      <EmptyNotice title={text("heading")}>
        <p className="mb-4">{text("body")}</p>
        <Button onClick={reset}>{text("again")}</Button>
      </EmptyNotice>
    </div>
  );
}
