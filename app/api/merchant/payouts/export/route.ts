import { getTranslations } from "next-intl/server";
import { requireApiStaff } from "@/app/api/merchant/require-api-staff";
import { streamCsv } from "@/app/api/merchant/stream-csv";
import { shanghaiDay } from "@/domain/metrics/shanghai-day";
import { formatYuanPlain } from "@/domain/money/format-yuan";
import { listPayouts } from "@/features/payouts/queries/list-payouts";
import { payoutFilterSchema } from "@/features/payouts/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";
import { formatMoment } from "@/lib/i18n/shanghai-time";

const perPage = 500;
const columns = [
  "no",
  "who",
  "channel",
  "state",
  "gross",
  "tax",
  "net",
  "requestedAt",
  "due",
  "paidAt",
] as const;

/** The list of payouts as CSV, narrowed like the page. Who they are for the tax office is not in it. */
export async function GET(request: Request): Promise<Response> {
  const gate = await requireApiStaff(request, "finance.read");
  if ("refusal" in gate) return gate.refusal;
  const { merchantId } = gate.staff;
  const text = await getTranslations("payouts");
  const values = Object.fromEntries(new URL(request.url).searchParams);
  const { cursor: _cursor, ...filter } = payoutFilterSchema.safeParse(values).data ?? {};
  const now = systemClock();
  return streamCsv(
    `payouts-${shanghaiDay(now)}.csv`,
    columns.map((column) => text(`list.${column}`)),
    async (cursor) => {
      const { payouts, nextCursor } = await inMerchant(merchantId, (tx) =>
        listPayouts(tx, merchantId, { ...filter, cursor, now, limit: perPage }),
      );
      const rows = payouts.map((one) => [
        one.payoutNo,
        one.distributorName,
        text(`channel.${one.channel}`),
        text(`state.${one.state}`),
        formatYuanPlain(one.grossFen),
        formatYuanPlain(one.taxFen),
        formatYuanPlain(one.netFen),
        formatMoment(one.requestedAt),
        formatMoment(one.dueAt),
        one.paidAt ? formatMoment(one.paidAt) : "",
      ]);
      return { rows, nextCursor };
    },
  );
}
