import type { DayWindow } from "@/domain/metrics/window";
import { askRepurchases, type Repurchase } from "@/features/insights/queries/ask-repurchases";
import type { MerchantTx } from "@/lib/db/in-merchant";

/** How soon buyers come back, of the whole shop (analytics.md, board 4). */
export async function askRepurchase(
  tx: MerchantTx,
  { window, ...asked }: { merchantId: string; window: DayWindow; today: string },
): Promise<Repurchase> {
  const [answer] = await askRepurchases(tx, { ...asked, windows: [window] });
  if (!answer) throw new Error("a window without an answer");
  return answer;
}
