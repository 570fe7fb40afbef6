import { maskPhone } from "@/domain/attribution/mask-phone";
import type { StaffCustomerSummary } from "@/features/customers/schema";

/** A row of select-customers. */
export type CustomerRow = Omit<StaffCustomerSummary, "distributor" | "phone"> & {
  receiverPhone: string | null;
  distributorId: string | null;
  distributorName: string | null;
  ownDistributorId: string | null;
};

/** A customer as the dashboard shows them: the phone masked. */
export function toCustomerSummary(row: CustomerRow): StaffCustomerSummary {
  const { customerId, nickname, createdAt, orderCount, paidFen, tags } = row;
  const { distributorId, distributorName: name } = row;
  return {
    customerId,
    nickname,
    createdAt,
    orderCount,
    paidFen,
    tags,
    phone: maskPhone(row.receiverPhone ?? ""),
    distributor: distributorId && name !== null ? { distributorId, name } : null,
  };
}
