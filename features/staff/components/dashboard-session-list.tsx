"use client";

import { useTranslations } from "next-intl";
import { ActionButton } from "@/components/ui/action-button";
import type { ActionResult } from "@/components/ui/action-result";
import { Badge } from "@/components/ui/badge";
import { Moment } from "@/components/ui/moment";
import type { StaffSessionView } from "@/features/staff/schema";

/** Where one is signed in, each to be ended. */
export function SessionList({
  sessions,
  ownId,
  revoke,
}: {
  sessions: readonly StaffSessionView[];
  ownId: string;
  /** null ends all. */
  revoke: (sessionId: string | null) => Promise<ActionResult>;
}) {
  const text = useTranslations("staff");
  return (
    <div className="grid gap-3">
      <ul className="grid divide-y divide-line text-sm">
        {sessions.map((one) => (
          <li
            key={one.sessionId}
            className="flex flex-wrap items-center justify-between gap-2 py-2.5 first:pt-0"
          >
            <span className="min-w-0">
              <Moment at={one.createdAt} />{" "}
              {one.sessionId === ownId && <Badge tone="ok">{text("thisOne")}</Badge>}
              <span className="line-clamp-1 text-ink-faint">
                {one.userAgent || text("unknownBrowser")}
              </span>
            </span>
            <ActionButton look="quiet" action={revoke.bind(null, one.sessionId)}>
              {text("endSession")}
            </ActionButton>
          </li>
        ))}
      </ul>
      <div>
        <ActionButton
          look="danger"
          question={text("endAllQuestion")}
          action={revoke.bind(null, null)}
        >
          {text("endAll")}
        </ActionButton>
      </div>
    </div>
  );
}
