import type { DayWindow } from "@/domain/metrics/window";
import type { WindowRange } from "@/features/insights/queries/days-of-windows";

/** Windows that are summed from all their days. */
export function wholeWindows(windows: readonly DayWindow[]): WindowRange[] {
  return windows.map((range, index) => ({ at: index + 1, from: range.from, range }));
}
