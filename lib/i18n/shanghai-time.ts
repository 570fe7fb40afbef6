const moment = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "long",
  day: "numeric",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const day = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "long",
  day: "numeric",
});

/** An instant for people in China: "2026年6月9日 14:05". */
export function formatMoment(at: Date): string {
  return moment.format(at);
}

// Sweden writes days and times as files do.
const minute = new Intl.DateTimeFormat("sv-SE", {
  timeZone: "Asia/Shanghai",
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** An instant in China for tables and files, the same in every language: "2026-06-09 14:05". */
export function formatMinute(at: Date): string {
  return minute.format(at);
}

/** The day of an instant in China: "2026年6月9日". */
export function formatDay(at: Date): string {
  return day.format(at);
}
