import type { ReactNode } from "react";
import { EmptyShop } from "@/features/insights/components/dashboard-empty-shop";
import { findFirstSteps } from "@/features/insights/queries/find-first-steps";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

/** Asks before a loading.tsx below is shown: once that is on its way, a page that is not there is a 200. */
export default async function InsightsLayout({ children }: { children: ReactNode }) {
  const { merchantId } = await requireStaff("insights.read");
  const steps = await inMerchant(merchantId, (tx) => findFirstSteps(tx, { merchantId }));
  return (
    <>
      {steps && <EmptyShop />}
      {children}
    </>
  );
}
