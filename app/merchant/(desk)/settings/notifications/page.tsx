import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { EmptyNotice } from "@/components/ui/empty-notice";
import { Moment } from "@/components/ui/moment";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { listQuarantined } from "@/features/inbox/queries/list-quarantined";
import { requireStaff } from "@/features/staff/gate";
import { inMerchant } from "@/lib/db/in-merchant";

const shown = 100;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("settings"))("notifications") };
}

/** What WeChat said that did not fit: nothing was changed, somebody has to look. */
export default async function NotificationsPage() {
  const { merchantId } = await requireStaff("settings.write");
  const text = await getTranslations("settings");
  const events = await inMerchant(merchantId, (tx) =>
    listQuarantined(tx, { merchantId, limit: shown }),
  );
  return (
    <>
      <PageHeading
        title={text("notifications")}
        back={{ href: "/merchant/settings", label: text("title") }}
        hint={text("notificationsHint")}
      />
      <Panel>
        <DataTable
          caption={text("notifications")}
          columns={[
            { key: "at", label: text("receivedAt") },
            { key: "kind", label: text("eventKind") },
            { key: "reason", label: text("eventReason") },
            { key: "detail", label: text("eventDetail"), wideOnly: true },
          ]}
          rows={events.map((event) => ({
            key: event.eventId,
            cells: {
              at: <Moment at={event.receivedAt} />,
              kind: event.kind,
              reason: event.reason,
              detail: Object.entries(event.detail)
                .map(([name, value]) => `${name}: ${value}`)
                .join(", "),
            },
          }))}
          empty={<EmptyNotice title={text("noNotifications")} />}
        />
      </Panel>
    </>
  );
}
