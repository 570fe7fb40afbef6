import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import {
  changePasswordAction,
  createStaffAction,
  resetPasswordAction,
  revokeSessionAction,
  setDisabledAction,
  setRoleAction,
} from "@/app/merchant/(desk)/staff/staff-actions";
import { PageHeading } from "@/components/ui/page-heading";
import { Panel } from "@/components/ui/panel";
import { SessionList } from "@/features/staff/components/dashboard-session-list";
import {
  NewStaffForm,
  PasswordForm,
  StaffList,
} from "@/features/staff/components/dashboard-staff-list";
import { requireStaff } from "@/features/staff/gate";
import { hasSteppedUp } from "@/features/staff/queries/has-stepped-up";
import { listSessions } from "@/features/staff/queries/list-sessions";
import { listStaff } from "@/features/staff/queries/list-staff";
import { can } from "@/features/staff/schema";
import { systemClock } from "@/lib/clock/now";
import { inMerchant } from "@/lib/db/in-merchant";

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("staff"))("title") };
}

/** One's own account for everybody; everybody's for the owner. */
export default async function StaffPage() {
  const { merchantId, staffId, sessionId, role } = await requireStaff("overview.read");
  const text = await getTranslations("staff");
  const isOwner = can(role, "staff.write");
  const now = systemClock();
  const { sessions, staff, isSteppedUp } = await inMerchant(merchantId, async (tx) => ({
    sessions: await listSessions(tx, { merchantId, staffId, now }),
    staff: isOwner ? await listStaff(tx, { merchantId, now }) : [],
    isSteppedUp: await hasSteppedUp(tx, { merchantId, sessionId, now }),
  }));
  return (
    <>
      <PageHeading title={text(isOwner ? "title" : "account")} />
      <div className="grid items-start gap-4 lg:grid-cols-[1fr_20rem]">
        <div className="grid min-w-0 gap-4">
          {isOwner && (
            <Panel title={text("everybody")}>
              <StaffList
                staff={staff}
                ownId={staffId}
                setRole={setRoleAction}
                setDisabled={setDisabledAction}
                reset={resetPasswordAction}
                isSteppedUp={isSteppedUp}
              />
            </Panel>
          )}
          <Panel title={text("ownSessions")} hint={text("ownSessionsHint")}>
            <SessionList sessions={sessions} ownId={sessionId} revoke={revokeSessionAction} />
          </Panel>
        </div>
        <div className="grid min-w-0 gap-4">
          {isOwner && (
            <Panel title={text("new")} hint={text("newHint")}>
              <NewStaffForm create={createStaffAction} isSteppedUp={isSteppedUp} />
            </Panel>
          )}
          <Panel title={text("changePassword")}>
            <PasswordForm change={changePasswordAction} />
          </Panel>
        </div>
      </div>
    </>
  );
}
