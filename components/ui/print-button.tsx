"use client";

import { Button } from "@/components/ui/button";

/** Opens the browser's print dialog; on paper it is not there. */
export function PrintButton({ children }: { children: string }) {
  return <Button onClick={() => print()}>{children}</Button>;
}
