import { evening } from "@/bench/boards/evening";
import { lastDay } from "@/bench/generator/filled-shop";
import { addDays } from "@/domain/metrics/calendar-day";
import { type ReadBoard, readBoardRequest } from "@/features/insights/schema";

/** Windows that end on the last day; "default" is what a board shows when nothing is asked. */
export const askedWindows = ["default", "7", "90", "365"] as const;

/** What a page asks for that shows so many days of a generated shop. */
export function boardRequest(days: (typeof askedWindows)[number]): ReadBoard {
  const own = () => ({ from: addDays(lastDay, 1 - Number(days)), until: lastDay });
  const request = readBoardRequest(days === "default" ? {} : own(), evening);
  if (!request.ok) throw new Error(`no window: ${request.reason}`);
  return request;
}
