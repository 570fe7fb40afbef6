import { z } from "zod";
import type { MerchantScope } from "@/features/merchants/schema";

export const visitorCookie = "renhe_visitor";
export const sessionCookie = "renhe_session";
/** 400 days: the longest that browsers grant. */
export const visitorCookieMaxAgeSeconds = 400 * 86_400;
export const sessionDays = 180;

/** A browser in a shop. Nulls: a browser without our cookie; nobody signed in. */
export type VisitorScope = MerchantScope & {
  visitorId: string | null;
  customerId: string | null;
};

/** A customer who is signed in, on one of their browsers. */
export type CustomerScope = MerchantScope & { visitorId: string; customerId: string };

const visitorIdSchema = z.uuidv4();

/** @returns the visitor id that a cookie holds, or null when it holds anything else */
export function parseVisitorId(value: string | undefined): string | null {
  const parsed = visitorIdSchema.safeParse(value);
  return parsed.success ? parsed.data : null;
}

/** @returns the path within the shop to come back to, or "/" for anything that leads elsewhere */
export function parseReturnTo(value: string | null | undefined): string {
  // Browsers read a backslash as a slash, and drop tabs and line ends before they look for "//".
  if (!value || value.length > 500 || !/^\/[^\\\p{Cc}]*$/u.test(value)) return "/";
  const url = new URL(value, "https://shop.invalid");
  // "/.//host" is a path to the parser and another host to whoever reads its result.
  if (url.host !== "shop.invalid" || url.pathname.startsWith("//")) return "/";
  return `${url.pathname}${url.search}`;
}

/** More different tags nobody finds their way among. */
export const MAX_TAGS = 100;

/** A tag in its one form: inner spaces single, wide signs as narrow ones, so that one tag is not two. */
export const tagSchema = z.object({
  tag: z
    .string()
    .transform((text) => text.normalize("NFKC").replace(/\s+/gu, " ").trim())
    .pipe(z.string().min(1, "fault.required").max(20, "fault.tooLong")),
});

export const customerFilterSchema = z.object({
  /** Part of a nickname, a whole order number, or a whole phone number. */
  text: z.string().trim().max(50).optional(),
  /** Only who has this tag. */
  tag: z.string().trim().max(20).optional(),
  cursor: z.string().max(100).optional(),
});
export type CustomerFilter = z.infer<typeof customerFilterSchema>;

/** A customer in the dashboard's list. Amounts in fen. */
export type StaffCustomerSummary = {
  customerId: string;
  /** Empty where their name was never asked for. */
  nickname: string;
  createdAt: Date;
  /** On the parcel of their last order, masked; empty without an order. */
  phone: string;
  /** Paid orders, and what was paid for them less what was given back. */
  orderCount: number;
  paidFen: bigint;
  /** Whose customer they are now. */
  distributor: { distributorId: string; name: string } | null;
  tags: string[];
};

/** A customer opened in the dashboard. */
export type StaffCustomerView = StaffCustomerSummary & {
  /** Their own distributorship. */
  ownDistributorId: string | null;
};
