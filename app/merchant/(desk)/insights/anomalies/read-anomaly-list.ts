import type { DayWindow } from "@/domain/metrics/window";
import { findDistributorName } from "@/features/insights/queries/find-distributor-name";
import { type BoardRequest, readBoardRequest } from "@/features/insights/schema";
import { requireStaff } from "@/features/staff/gate";
import { systemClock } from "@/lib/clock/now";
import type { AuthorizedMerchantId } from "@/lib/db/authorized-merchant-id";
import { inMerchant, type MerchantTx } from "@/lib/db/in-merchant";
import { type SearchParams, searchValues } from "@/lib/forms/search-values";

const limit = 50;

type Asked = {
  merchantId: AuthorizedMerchantId;
  values: Readonly<Record<string, string>>;
  window: DayWindow;
  /** Null for those of all distributors. */
  distributorId: string | null;
  cursor: string | undefined;
  limit: number;
};

type AnomalyListPage<Page> = {
  values: Readonly<Record<string, string>>;
  request: BoardRequest;
  /** What the links of the page keep beside the window. */
  params: { distributor: string | undefined; cursor: string | undefined };
  /** Of the distributor whose list it is; empty for all. */
  name: string;
  /** Null where there is nothing to list. */
  page: Page | null;
};

/**
 * A page of a list behind the anomalies as its address asks for it: the window, whose list, from where on. An id
 * that the shop does not know has no rows: never those of all.
 */
export async function readAnomalyList<Page>(
  searchParams: SearchParams,
  list: (tx: MerchantTx, asked: Asked) => Promise<Page | null>,
): Promise<AnomalyListPage<Page>> {
  const { merchantId } = await requireStaff("insights.read");
  const values: Record<string, string> = { ...(await searchValues(searchParams)), slice: "" };
  const request = readBoardRequest(values, systemClock());
  const { distributor: id } = values;
  const cursor = values.cursor?.slice(0, 100);
  const { page, name } = await inMerchant(merchantId, async (tx) => {
    const distributor = await findDistributorName(tx, { merchantId, id });
    const distributorId = distributor?.distributorId ?? null;
    const name = distributor?.name ?? "";
    if (!request.ok || (id && distributorId === null)) return { page: null, name };
    const { window } = request;
    const asked = { merchantId, values, window, distributorId, cursor, limit };
    return { page: await list(tx, asked), name };
  });
  return { values, request, params: { distributor: id, cursor }, name, page };
}
