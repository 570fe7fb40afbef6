import { useTranslations } from "next-intl";
import type { ActionResult } from "@/components/ui/action-result";
import { Notice } from "@/components/ui/notice";
import { Panel } from "@/components/ui/panel";
import { RefundForm } from "@/features/refunds/components/dashboard-refund-form";
import { RefundHistory } from "@/features/refunds/components/dashboard-refund-history";
import type {
  EndingByHand,
  PreviewRefundInput,
  RefundPanelView,
  RefundPreview,
  RequestRefundInput,
  StaffRefundView,
} from "@/features/refunds/schema";

/**
 * What was refunded of an order, and the form for more where that may be. Nothing for an order that
 * was never paid and has no refunds.
 * @param actions null for staff who may not refund
 */
export function RefundPanel({
  panel,
  refunds,
  actions,
}: {
  panel: RefundPanelView;
  refunds: readonly StaffRefundView[];
  actions: {
    preview: (input: PreviewRefundInput) => Promise<RefundPreview>;
    request: (input: RequestRefundInput) => Promise<ActionResult>;
    byHand: EndingByHand;
  } | null;
}) {
  const text = useTranslations("refunds");
  const { blocked } = panel;
  const isQuiet = blocked === "not_paid" || actions === null;
  if (isQuiet && refunds.length === 0) return null;
  return (
    <Panel title={text("title")} hint={text("hint")}>
      <div className="grid gap-5">
        {actions !== null && blocked === null && (
          // What was typed belongs to what was left when it was typed.
          <RefundForm
            key={panel.askedFen.toString()}
            panel={panel}
            preview={actions.preview}
            request={actions.request}
          />
        )}
        {actions !== null && blocked !== null && blocked !== "not_paid" && (
          <Notice>{text(`blocked.${blocked}`)}</Notice>
        )}
        {refunds.length > 0 && (
          <section className="grid gap-1">
            <h3 className="font-medium text-sm">{text("history")}</h3>
            <RefundHistory refunds={refunds} byHand={actions?.byHand ?? null} />
          </section>
        )}
      </div>
    </Panel>
  );
}
