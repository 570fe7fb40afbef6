import { expect, test } from "vitest";
import { can, type Permission, staffRoles } from "@/features/staff/schema";

const granted: Record<Permission, string> = {
  "overview.read": "owner operator finance warehouse",
  "product.read": "owner operator finance warehouse",
  "product.write": "owner operator",
  "history.import": "owner operator",
  "stock.read": "owner operator warehouse",
  "stock.write": "owner operator warehouse",
  "order.read": "owner operator finance warehouse",
  "order.ship": "owner operator warehouse",
  "order.close": "owner operator",
  "order.export": "owner operator finance",
  "distributor.read": "owner operator finance",
  "distributor.decide": "owner operator",
  "rule.read": "owner operator finance",
  "rule.write": "owner",
  "sharing.read": "owner operator finance",
  "insights.read": "owner operator finance",
  "forecast.write": "owner operator finance",
  "customer.read": "owner operator finance",
  "customer.write": "owner operator",
  "person.write": "owner",
  "reviews.read": "owner operator finance warehouse",
  "reviews.moderate": "owner operator",
  "binding.write": "owner operator",
  "refund.write": "owner operator finance",
  "finance.read": "owner finance",
  "commission.hold": "owner operator finance",
  "payout.decide": "owner finance",
  "payout.freeze": "owner operator finance",
  "tax.write": "owner",
  "tax.export": "owner finance",
  "reconciliation.write": "owner finance",
  "month.close": "owner finance",
  "audit.read": "owner finance",
  "settings.write": "owner",
  "staff.write": "owner",
};

const permissions: Permission[] = Object.keys(granted).filter(
  (name): name is Permission => name in granted,
);

test.each(permissions)("%s belongs to exactly the roles of the matrix", (permission) => {
  const roles = staffRoles.filter((role) => can(role, permission));
  expect(roles.join(" ")).toBe(granted[permission]);
});
