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

/** The day of an instant in China: "2026年6月9日". */
export function formatDay(at: Date): string {
  return day.format(at);
}
