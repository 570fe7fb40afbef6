import { z } from "zod";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { isStorable } from "@/lib/forms/is-storable";

export const staffRoles = ["owner", "operator", "finance", "warehouse"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** A signed-in member of staff: who, of which merchant, and what they may do. */
export type StaffScope = {
  merchantId: AuthorizedMerchantId;
  staffId: string;
  sessionId: string;
  name: string;
  role: StaffRole;
};

/** Who may do what. The owner may do everything; a permission that is not listed is the owner's alone. */
const permissions = {
  "overview.read": ["operator", "finance", "warehouse"],
  "product.read": ["operator", "finance", "warehouse"],
  "product.write": ["operator"],
  "history.import": ["operator"],
  "stock.read": ["operator", "warehouse"],
  "stock.write": ["operator", "warehouse"],
  "order.read": ["operator", "finance", "warehouse"],
  "order.ship": ["operator", "warehouse"],
  "order.close": ["operator"],
  "order.export": ["operator", "finance"],
  "distributor.read": ["operator", "finance"],
  "distributor.decide": ["operator"],
  "rule.read": ["operator", "finance"],
  "rule.write": [],
  "sharing.read": ["operator", "finance"],
  "insights.read": ["operator", "finance"],
  "forecast.write": ["operator", "finance"],
  "customer.read": ["operator", "finance"],
  "customer.write": ["operator"],
  "person.write": [],
  "reviews.read": ["operator", "finance", "warehouse"],
  "reviews.moderate": ["operator"],
  "binding.write": ["operator"],
  "refund.write": ["operator", "finance"],
  "finance.read": ["finance"],
  "commission.hold": ["operator", "finance"],
  "payout.decide": ["finance"],
  "payout.freeze": ["operator", "finance"],
  "tax.write": [],
  "tax.export": ["finance"],
  "reconciliation.write": ["finance"],
  "month.close": ["finance"],
  "audit.read": ["finance"],
  "settings.write": [],
  "staff.write": [],
} as const satisfies Record<string, readonly StaffRole[]>;

export type Permission = keyof typeof permissions;

/** Whether a role has a permission. */
export function can(role: StaffRole, permission: Permission): boolean {
  const allowed: readonly StaffRole[] = permissions[permission];
  return role === "owner" || allowed.includes(role);
}

const emailSchema = z
  .string()
  .trim()
  .toLowerCase()
  .pipe(z.email())
  .refine((email) => email.length <= 200);

/** Long rather than complicated (NIST SP 800-63B): twelve signs, nothing prescribed. */
const passwordSchema = z.string().min(12).max(200);

export const signInSchema = z.object({
  email: z
    .string()
    .max(200)
    .refine((text) => isStorable(text)),
  password: z.string().max(200),
});

/** next-auth's session cookie; the token in it carries the id of the staff_session row. */
export const staffCookie = "renhe_staff";
export const staffSecretPurpose = "next-auth";

export type StaffView = {
  staffId: string;
  email: string;
  name: string;
  role: StaffRole;
  isDisabled: boolean;
  sessionCount: number;
};

export type StaffSessionView = { sessionId: string; userAgent: string; createdAt: Date };

/** A new member of staff; the password is made for them. */
export const newStaffSchema = z.object({
  name: z.string().trim().min(1).max(40),
  email: emailSchema,
  role: z.enum(staffRoles),
});

export const changePasswordSchema = z
  .object({
    current: z.string().min(1).max(200),
    next: passwordSchema,
    repeated: z.string(),
  })
  .refine(({ next, repeated }) => next === repeated, {
    path: ["repeated"],
    message: "fault.notTheSame",
  });

/** What the first visitor of an empty installation tells. */
export const setUpSchema = z.object({
  code: z.string().trim().min(1).max(40),
  shopName: z.string().trim().min(1).max(60),
  ownerName: z.string().trim().min(1).max(40),
  email: emailSchema,
  password: passwordSchema,
});
export type SetUpInput = z.infer<typeof setUpSchema>;
