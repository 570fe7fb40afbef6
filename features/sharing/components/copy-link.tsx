"use client";

import { useState } from "react";
import { Button } from "@/components/phone/button";
import { Icon } from "@/components/phone/icon";
import { Notice } from "@/components/phone/notice";

export type CopyText = Record<"copy" | "copied" | "failed", string>;

/** The link in full, to be read and copied by hand too: not every phone lets a page write the clipboard. */
export function CopyLink({ url, text }: { url: string; text: CopyText }) {
  const [outcome, setOutcome] = useState<"copied" | "failed" | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(url);
      setOutcome("copied");
    } catch {
      setOutcome("failed");
    }
  };
  return (
    <div className="space-y-3">
      <p className="select-all rounded-md bg-sunken px-3 py-2 text-sm">{url}</p>
      <Button look="outline" className="w-full" onClick={() => void copy()}>
        <Icon name="copy" className="size-4" />
        {text.copy}
      </Button>
      {outcome ? (
        <Notice tone={outcome === "copied" ? "good" : "careful"} live>
          {text[outcome]}
        </Notice>
      ) : null}
    </div>
  );
}
