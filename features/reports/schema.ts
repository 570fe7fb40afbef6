import { z } from "zod";

export const REPORT_STATES = ["new", "upheld", "dismissed"] as const;
export type ReportState = (typeof REPORT_STATES)[number];

/** So many reports of one customer within a day; more are one person's quarrel. */
export const REPORTS_PER_DAY = 3;

const longestAbout = 60;
const longestContent = 500;

/** What a customer tells of a deal outside the shop. */
export const reportSchema = z.object({
  /** Where it was told from: an own order or a product; what is not there is left out. */
  orderNo: z.string().max(40).default(""),
  slug: z.string().max(200).default(""),
  /** It is about who brought the customer; who that is the shop knows by itself. */
  isSharer: z.boolean(),
  /** About whom else, in words: a name or a WeChat number. */
  about: z.string().trim().max(longestAbout).default(""),
  content: z.string().trim().max(longestContent),
});
export type ReportInput = z.infer<typeof reportSchema>;

/** Staff looked at it: there is something to it or not, and what they found. */
export const decideReportSchema = z.object({
  verdict: z.enum(["upheld", "dismissed"]),
  note: z.string().trim().min(2).max(300),
});
export type DecideReportInput = z.infer<typeof decideReportSchema>;

export const reportFilterSchema = z.object({
  state: z.enum(REPORT_STATES).optional(),
  distributorId: z.uuid().optional(),
  /** nextCursor of the page before. */
  cursor: z.string().max(100).optional(),
});
export type ReportFilter = z.infer<typeof reportFilterSchema>;

/** A report as staff see it. */
export type ReportView = {
  reportId: string;
  state: ReportState;
  createdAt: Date;
  customerId: string;
  nickname: string;
  distributorId: string | null;
  distributorName: string;
  /** About whom in the customer's words; empty where a distributor says it. */
  about: string;
  content: string;
  orderNo: string | null;
  productId: string | null;
  productTitle: string;
  note: string;
  decidedAt: Date | null;
  decidedByName: string;
};
