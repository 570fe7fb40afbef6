"use client";

import { BottomBar } from "@/components/phone/bottom-bar";
import { Button } from "@/components/phone/button";
import { Card } from "@/components/phone/card";
import { Notice } from "@/components/phone/notice";
import { ChannelChoice } from "@/features/payouts/components/channel-choice";
import { QuoteCard } from "@/features/payouts/components/quote-card";
import type { RequestText } from "@/features/payouts/components/request-text";
import { usePayoutRequest } from "@/features/payouts/components/use-payout-request";
import { fillText } from "@/lib/i18n/fill-text";

/** Amount, way and what arrives, before anything is confirmed. What was typed is never lost. */
export function RequestForm({
  all,
  leftHint,
  minimumHint,
  bankHint,
  text,
}: {
  /** All that can be withdrawn, in yuan without separators. */
  all: string;
  leftHint: string;
  minimumHint: string;
  /** Where the bank transfer would go; null without a card. */
  bankHint: string | null;
  text: RequestText;
}) {
  const request = usePayoutRequest(text);
  const { amount, quote, fault, openPayoutNo, step, taxChanged } = request;
  return (
    <>
      <div className="space-y-3 gutter pt-4 pb-6">
        <Card className="px-4 py-4">
          <label htmlFor="amount" className="block font-medium text-ink-soft text-sm">
            {text.amount}
          </label>
          <div className="mt-1 flex items-center gap-2 border-edge border-b">
            <span aria-hidden="true" className="text-2xl">
              ¥
            </span>
            <input
              id="amount"
              inputMode="decimal"
              autoComplete="off"
              maxLength={40}
              value={amount}
              onChange={(event) => request.setAmount(event.target.value)}
              aria-invalid={fault ? true : undefined}
              aria-describedby="amount-hint amount-fault"
              className="min-h-14 w-full min-w-0 bg-transparent font-semibold text-[1.75rem] tabular-nums"
            />
            <button
              type="button"
              onClick={() => request.setAmount(all)}
              className="min-h-11 shrink-0 px-1 text-leaf"
            >
              {text.all}
            </button>
          </div>
          <p id="amount-hint" className="mt-2 text-ink-faint text-sm">
            {leftHint} · {minimumHint}
          </p>
          <div id="amount-fault" role="status">
            {fault ? (
              <Notice tone="bad" className="mt-2">
                {fault}
                {openPayoutNo ? (
                  <a
                    href={`/distribute/payouts/${openPayoutNo}`}
                    className="flex min-h-11 items-center underline underline-offset-4"
                  >
                    {text.seeOpen}
                  </a>
                ) : null}
              </Notice>
            ) : null}
          </div>
        </Card>
        <ChannelChoice
          channel={request.channel}
          bankHint={bankHint}
          onChange={request.setChannel}
          text={text}
        />
        <div aria-live="polite">
          {taxChanged ? (
            <Notice tone="careful" className="mb-3">
              {text.taxChanged}
            </Notice>
          ) : null}
          {step === "quoting" ? (
            <p className="py-2 text-center text-ink-faint text-sm">{text.quoting}</p>
          ) : null}
          {quote ? <QuoteCard quote={quote} text={text} /> : null}
        </div>
      </div>
      <div className="sticky bottom-0 z-20 mt-auto">
        <BottomBar>
          <Button
            className="w-full"
            disabled={!quote}
            pending={step === "submitting"}
            onClick={() => void request.submit()}
          >
            {labelOf(step, quote?.gross, text)}
          </Button>
        </BottomBar>
      </div>
    </>
  );
}

function labelOf(step: string, gross: string | undefined, text: RequestText): string {
  if (step === "submitting") return text.submitting;
  return gross === undefined ? text.submitEmpty : fillText(text.submit, { yuan: gross });
}
