import { mallText } from "@/lib/i18n/mall-text";

/** The way to report a deal outside the shop, from a product or an own order. */
export function ReportLink({ orderNo, slug }: { orderNo?: string; slug?: string }) {
  const query = new URLSearchParams({
    ...(orderNo ? { order: orderNo } : {}),
    ...(slug ? { product: slug } : {}),
  });
  return (
    <p className="gutter pt-8 text-center text-ink-faint text-sm">
      <a
        href={query.size > 0 ? `/report?${query}` : "/report"}
        className="inline-flex min-h-11 items-center underline"
      >
        {mallText("mall.report.link")}
      </a>
    </p>
  );
}
