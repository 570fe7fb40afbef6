import type { ReactNode } from "react";
import { Card } from "@/components/phone/card";
import { Notice } from "@/components/phone/notice";
import { SectionHeading } from "@/components/phone/section-heading";
import type { CreatedShareLink } from "@/features/sharing/commands/create-share-link";
import { mallText } from "@/lib/i18n/mall-text";

/** One of the share tools with its link, or a word that this link was stopped and where to restore it. */
export function SharePart({
  title,
  hint,
  link,
  children,
}: {
  title: string;
  hint?: string | undefined;
  link: CreatedShareLink;
  children: (code: string) => ReactNode;
}) {
  return (
    <section>
      <SectionHeading title={title} hint={hint} />
      <Card className="mt-2 p-4">
        {link.ok ? (
          children(link.code)
        ) : (
          <Notice tone="careful">
            {mallText("distribution.share.revoked")}
            <a href="/distribute/links" className="ml-1 text-leaf underline">
              {mallText("distribution.share.toLinks")}
            </a>
          </Notice>
        )}
      </Card>
    </section>
  );
}
