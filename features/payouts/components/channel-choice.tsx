"use client";

import type { ReactNode } from "react";
import { Card } from "@/components/phone/card";
import type { RequestText } from "@/features/payouts/components/request-text";
import type { Channel } from "@/features/payouts/components/use-payout-request";

/** WeChat's purse, or the bank card where there is one. */
export function ChannelChoice({
  channel,
  bankHint,
  onChange,
  text,
}: {
  channel: Channel;
  bankHint: string | null;
  onChange: (channel: Channel) => void;
  text: RequestText;
}) {
  return (
    <Card className="px-4 py-3.5">
      <fieldset>
        <legend className="font-medium text-ink-soft text-sm">{text.channel}</legend>
        <Choice
          label={text.wechat}
          hint={text.wechatHint}
          isChosen={channel === "wechat"}
          onChoose={() => onChange("wechat")}
        />
        <Choice
          label={text.bank}
          hint={bankHint ?? text.noBank}
          isChosen={channel === "bank"}
          onChoose={bankHint ? () => onChange("bank") : null}
        >
          {bankHint ? null : (
            <a
              href="/distribute/payouts/account?change=1"
              className="flex min-h-11 items-center px-2 text-leaf text-sm"
            >
              {text.noBankAdd}
            </a>
          )}
        </Choice>
      </fieldset>
    </Card>
  );
}

function Choice({
  label,
  hint,
  isChosen,
  onChoose,
  children,
}: {
  label: string;
  hint: string;
  isChosen: boolean;
  onChoose: (() => void) | null;
  children?: ReactNode;
}) {
  return (
    <div className="flex items-center justify-between gap-2">
      <label className="flex min-h-13 flex-1 items-center gap-3 py-2">
        <input
          type="radio"
          name="channel"
          checked={isChosen}
          disabled={onChoose === null}
          onChange={() => onChoose?.()}
          className="size-5 shrink-0 accent-leaf"
        />
        <span>
          {label}
          <span className="block text-ink-faint text-sm">{hint}</span>
        </span>
      </label>
      {children}
    </div>
  );
}
