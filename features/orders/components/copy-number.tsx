"use client";

import { useState } from "react";
import { Button } from "@/components/phone/button";

/** Copies a number; where the browser forbids it, says how to do it by hand. */
export function CopyNumber({
  value,
  text,
}: {
  value: string;
  text: { copy: string; copied: string; failed: string };
}) {
  const [label, setLabel] = useState(text.copy);
  async function copy() {
    try {
      await navigator.clipboard.writeText(value);
      setLabel(text.copied);
    } catch {
      setLabel(text.failed);
    }
  }
  return (
    <Button look="quiet" onClick={() => void copy()}>
      <span role="status">{label}</span>
    </Button>
  );
}
