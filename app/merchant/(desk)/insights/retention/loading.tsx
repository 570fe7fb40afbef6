import { BoardLoading } from "@/features/insights/components/dashboard-board-loading";

export default function Loading() {
  return <BoardLoading />;
}
