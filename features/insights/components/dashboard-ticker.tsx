"use client";

import Link from "next/link";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { formatYuan } from "@/domain/money/format-yuan";
import { channelNames } from "@/features/insights/components/channel-names";
import type { LatestAct } from "@/features/insights/schema";

/**
 * Orders and visits as they happen. A tab that nobody looks at hears nothing: browsers keep only a few
 * connections to one host.
 */
export function Ticker({ first }: { first: readonly LatestAct[] }) {
  const text = useTranslations("insights.ticker");
  const [acts, setActs] = useState(first);
  const [state, setState] = useState<"live" | "paused" | "ended">("live");
  useEffect(() => (state === "live" ? hear(setActs, () => setState("ended")) : undefined), [state]);
  return (
    <Panel
      title={text("title")}
      corner={
        state !== "ended" && (
          <Button look="quiet" onClick={() => setState(state === "live" ? "paused" : "live")}>
            {text(state === "live" ? "pause" : "resume")}
          </Button>
        )
      }
    >
      {state === "ended" && <p className="mb-2 text-sm text-ink-faint">{text("ended")}</p>}
      {acts.length === 0 ? (
        <p className="text-sm text-ink-faint">{text("none")}</p>
      ) : (
        <ol className="grid divide-y divide-line text-sm" data-ticker={state}>
          {acts.map((act) => (
            <li key={act.id} className="flex min-h-9 items-center gap-3">
              <time className="shrink-0 text-ink-faint tabular-nums">{act.at}</time>
              <ActLine act={act} />
            </li>
          ))}
        </ol>
      )}
    </Panel>
  );
}

function ActLine({ act }: { act: LatestAct }) {
  const text = useTranslations("insights");
  const channel = channelNames(text)(act.channel);
  if (act.kind === "visit") {
    const what = act.title || text("ticker.shop");
    return <span className="min-w-0 truncate">{text("ticker.visit", { channel, what })}</span>;
  }
  const amount = `¥${formatYuan(BigInt(act.fen ?? 0))}`;
  return (
    <Link
      href={`/merchant/orders/${act.orderNo}`}
      className="min-w-0 truncate font-medium text-leaf hover:underline"
    >
      {text("ticker.order", { amount, place: act.place, channel })}
    </Link>
  );
}

/** Listens while the tab is seen. @returns what ends it */
function hear(onActs: (acts: LatestAct[]) => void, onEnd: () => void): () => void {
  let source: EventSource | null = null;
  const stop = () => {
    source?.close();
    source = null;
  };
  const start = () => {
    if (source || document.hidden) return;
    source = new EventSource("/api/merchant/ticker");
    source.addEventListener("acts", ({ data }) => onActs(JSON.parse(data)));
    source.addEventListener("ended", () => {
      stop();
      onEnd();
    });
  };
  const follow = () => (document.hidden ? stop() : start());
  document.addEventListener("visibilitychange", follow);
  start();
  return () => {
    document.removeEventListener("visibilitychange", follow);
    stop();
  };
}
