import type { Rule } from "@/e2e/routes/route-rule";

/** Who may open which board or list behind it: a part of the route table. */
export const boardPageRules: Record<string, Rule> = {
  "/merchant/insights/word-of-mouth": { door: "staff", may: "insights.read" },
  "/merchant/insights/word-of-mouth/orders": { door: "staff", may: "insights.read" },
  "/merchant/insights/spread": { door: "staff", may: "insights.read" },
  "/merchant/insights/share-graph": { door: "staff", may: "insights.read" },
  "/merchant/insights/distributors": { door: "staff", may: "insights.read" },
  "/merchant/insights/payouts": { door: "staff", may: "finance.read" },
  "/merchant/insights/payouts/due": { door: "staff", may: "finance.read" },
  "/merchant/insights/anomalies": { door: "staff", may: "insights.read" },
  "/merchant/insights/anomalies/orders": {
    door: "staff",
    may: "insights.read",
    query: "distributor=<distributorId>",
  },
  "/merchant/insights/anomalies/clicks": {
    door: "staff",
    may: "insights.read",
    query: "distributor=<distributorId>",
  },
  "/merchant/insights/anomalies/reports": {
    door: "staff",
    may: "insights.read",
    query: "distributor=<distributorId>",
  },
  "/merchant/insights/anomalies/reports/[reportId]": {
    door: "staff",
    may: "insights.read",
    id: "reportId",
  },
  "/merchant/insights": { door: "staff", may: "insights.read" },
  "/merchant/insights/orders": { door: "staff", may: "insights.read" },
  "/merchant/insights/people": { door: "staff", may: "insights.read" },
  "/merchant/insights/activity": { door: "staff", may: "insights.read" },
  "/merchant/insights/retention": { door: "staff", may: "insights.read" },
  "/merchant/insights/retention/people": { door: "staff", may: "insights.read" },
  "/merchant/insights/rfm": { door: "staff", may: "insights.read" },
  "/merchant/insights/rfm/people": { door: "staff", may: "insights.read" },
  "/merchant/insights/margin": { door: "staff", may: "insights.read" },
  "/merchant/insights/products": { door: "staff", may: "insights.read" },
  "/merchant/insights/best-sellers": { door: "staff", may: "insights.read" },
  "/merchant/insights/forecast": { door: "staff", may: "insights.read" },
  "/merchant/insights/settings": { door: "staff", may: "settings.write" },
  "/merchant/insights/purchase": { door: "staff", may: "insights.read" },
  "/merchant/insights/sales": { door: "staff", may: "insights.read" },
  "/merchant/insights/stock": { door: "staff", may: "insights.read" },
};
