"use client";

import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Notice } from "@/components/ui/notice";
import { formatYuan } from "@/domain/money/format-yuan";
import type { CommissionLoss, PreviewRefundInput, RefundPreview } from "@/features/refunds/schema";

const typingPauseMs = 350;

/** What the refund that is being typed would take from whom; asked anew after every pause in typing. */
export function RefundPreviewList({
  input,
  preview,
}: {
  input: PreviewRefundInput;
  preview: (input: PreviewRefundInput) => Promise<RefundPreview>;
}) {
  const text = useTranslations("refunds");
  const found = usePreview(input, preview);
  return (
    <section aria-live="polite" className="grid gap-2 rounded-md bg-sunken p-3.5 text-sm">
      <h3 className="font-medium">{text("preview")}</h3>
      {found === null && <p className="text-ink-faint">{text("previewWaiting")}</p>}
      {found?.ok === false && <Notice tone="warn">{text(`refusal.${found.reason}`)}</Notice>}
      {found?.ok && found.losses.length === 0 && (
        <p className="text-ink-faint">{text("previewNone")}</p>
      )}
      {found?.ok && found.losses.length > 0 && (
        <>
          <ul className="grid gap-1.5">
            {found.losses.map((loss) => (
              <Loss key={`${loss.lineNo} ${loss.level}`} loss={loss} />
            ))}
          </ul>
          <p className="text-ink-faint">{text("previewHint")}</p>
        </>
      )}
    </section>
  );
}

function Loss({ loss }: { loss: CommissionLoss }) {
  const text = useTranslations("refunds");
  const { distributorName: name, level, clawBackFen, asDebtFen, state } = loss;
  return (
    <li>
      <span className="tabular-nums">
        {text("loss", { name, level, yuan: formatYuan(clawBackFen) })}
      </span>
      <span className="block text-ink-faint">
        {asDebtFen < clawBackFen && text(state === "settled" ? "lossSettled" : "lossPending")}
        {asDebtFen > 0n && (
          <span className="block text-warn">
            {text("lossDebt", { yuan: formatYuan(asDebtFen) })}
          </span>
        )}
      </span>
    </li>
  );
}

/** Null while an answer is on its way; an answer to what was typed before is dropped. */
function usePreview(
  input: PreviewRefundInput,
  preview: (input: PreviewRefundInput) => Promise<RefundPreview>,
): RefundPreview | null {
  const [answer, setAnswer] = useState<{ to: PreviewRefundInput; found: RefundPreview } | null>(
    null,
  );
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(async () => {
      const found = await preview(input).catch(() => null);
      if (isCurrent && found) setAnswer({ to: input, found });
    }, typingPauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [input, preview]);
  return answer?.to === input ? answer.found : null;
}
