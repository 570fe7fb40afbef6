import { selectCustomers } from "@/features/customers/queries/select-customers";
import {
  type CustomerRow,
  toCustomerSummary,
} from "@/features/customers/queries/to-customer-summary";
import type { StaffCustomerView } from "@/features/customers/schema";
import type { MerchantTx } from "@/lib/db/in-merchant";
import { Prisma } from "@/prisma/generated/client";

/** One customer for the dashboard, or null for somebody who is not the merchant's. */
export async function getCustomer(
  tx: MerchantTx,
  question: { merchantId: string; customerId: string; now: Date },
): Promise<StaffCustomerView | null> {
  const { merchantId, customerId, now } = question;
  const [row] = await tx.$queryRaw<CustomerRow[]>(
    selectCustomers({ merchantId, now, which: Prisma.sql`and c.id = ${customerId}::uuid` }),
  );
  return row ? { ...toCustomerSummary(row), ownDistributorId: row.ownDistributorId } : null;
}
