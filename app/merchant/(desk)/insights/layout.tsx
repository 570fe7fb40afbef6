import type { ReactNode } from "react";
import { requireStaff } from "@/features/staff/gate";

/** Asks before a loading.tsx below is shown: once that is on its way, a page that is not there is a 200. */
export default async function InsightsLayout({ children }: { children: ReactNode }) {
  await requireStaff("insights.read");
  return children;
}
