"use client";

import { Button } from "@/components/phone/button";

/** Opens the browser's print dialog; on paper the button is not there. */
export function PrintButton({ label }: { label: string }) {
  return (
    <Button look="outline" className="w-full print:hidden" onClick={() => print()}>
      {label}
    </Button>
  );
}
