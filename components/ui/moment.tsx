import { useFormatter } from "next-intl";

const moment = {
  year: "numeric",
  month: "2-digit",
  day: "2-digit",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
} as const;

/** An instant in China's time, as the reader's language writes it. */
export function Moment({ at }: { at: Date }) {
  const format = useFormatter();
  return (
    <time dateTime={at.toISOString()} className="whitespace-nowrap tabular-nums">
      {format.dateTime(at, moment)}
    </time>
  );
}
