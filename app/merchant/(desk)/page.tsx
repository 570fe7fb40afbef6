import { requireStaff } from "@/features/staff/gate";

export default async function OverviewPage() {
  await requireStaff("overview.read");
  return null;
}
