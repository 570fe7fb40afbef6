import type { ReactNode } from "react";
import { requireStaff } from "@/features/staff/gate";

/** Asks before loading.tsx is shown: once that is on its way, a page that is not there is a 200. */
export default async function SharingLayout({ children }: { children: ReactNode }) {
  await requireStaff("sharing.read");
  return children;
}
