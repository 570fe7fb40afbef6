import Link from "next/link";

export type QuadrantPoint = {
  key: string;
  label: string;
  /** What the point is, in words: its name and both figures. */
  title: string;
  x: number;
  y: number;
  href: string;
};

/**
 * Points by two figures, in four fields around what is usual. The names of the fields stand in them;
 * a point is a link that says its name and figures.
 */
export function QuadrantChart({
  label,
  points,
  middle,
  axes,
  fields,
}: {
  label: string;
  points: readonly QuadrantPoint[];
  /** Where the fields meet. */
  middle: { x: number; y: number };
  axes: { x: string; y: string };
  /** Names of the fields: high and low in y, then in x. */
  fields: { highHigh: string; highLow: string; lowHigh: string; lowLow: string };
}) {
  const left = scale(points.map(({ x }) => x).concat(middle.x));
  const bottom = scale(points.map(({ y }) => y).concat(middle.y));
  const corner = "absolute max-w-[45%] p-1.5 text-ink-faint text-xs";
  return (
    <figure aria-label={label} className="grid gap-1 text-xs">
      <figcaption className="text-ink-soft">↑ {axes.y}</figcaption>
      <div className="relative h-80 w-full overflow-hidden rounded-md border border-line">
        <span className={`${corner} top-0 left-0`}>{fields.highLow}</span>
        <span className={`${corner} top-0 right-0 text-right`}>{fields.highHigh}</span>
        <span className={`${corner} bottom-0 left-0`}>{fields.lowLow}</span>
        <span className={`${corner} right-0 bottom-0 text-right`}>{fields.lowHigh}</span>
        <div
          className="absolute inset-y-0 border-edge border-l border-dashed"
          style={{ left: `${left(middle.x)}%` }}
        />
        <div
          className="absolute inset-x-0 border-edge border-t border-dashed"
          style={{ bottom: `${bottom(middle.y)}%` }}
        />
        <ul>
          {points.map((point) => (
            <li
              key={point.key}
              className="absolute -mb-1.5 -ml-1.5"
              style={{ left: `${left(point.x)}%`, bottom: `${bottom(point.y)}%` }}
            >
              <Link
                href={point.href}
                title={point.title}
                className="block size-3 rounded-full border border-card bg-series-1/80 hover:bg-series-2 focus-visible:bg-series-2 print:[print-color-adjust:exact]"
              >
                <span className="sr-only">{point.title}</span>
              </Link>
            </li>
          ))}
        </ul>
      </div>
      <p className="text-right text-ink-soft">{axes.x} →</p>
    </figure>
  );
}

/** From a figure to percent of an axis that has a margin at both ends. */
function scale(values: readonly number[]): (value: number) => number {
  const least = Math.min(...values);
  const range = Math.max(...values) - least || 1;
  return (value) => 4 + ((value - least) / range) * 92;
}
