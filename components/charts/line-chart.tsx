"use client";

import {
  CartesianGrid,
  Legend,
  Line,
  LineChart as Lines,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  XAxis,
  YAxis,
} from "recharts";

export type ChartLine = {
  key: string;
  label: string;
  color: string;
  /** Told apart without colour. */
  isDashed?: boolean;
};

export type ChartUnit = "fen" | "count" | "bps";

const writers: Record<ChartUnit, (value: number) => string> = {
  fen: (fen) => `¥${(fen / 100).toLocaleString("en-US")}`,
  count: (count) => count.toLocaleString("en-US"),
  bps: (bps) => `${(bps / 100).toLocaleString("en-US")}%`,
};

/**
 * Lines over time. The same figures belong in a table below the chart.
 * @param rows one per moment: its name under "name", then a number per line
 * @param unit what a value is written with: an amount in fen, a count, or a ratio in basis points
 * @param marks moments worth a look, each at the name of a row
 */
export function LineChart({
  label,
  lines,
  rows,
  unit,
  marks = [],
}: {
  label: string;
  lines: readonly ChartLine[];
  rows: readonly Record<string, string | number | null>[];
  unit: ChartUnit;
  marks?: readonly { name: string; label: string }[];
}) {
  const format = (value: unknown) => (typeof value === "number" ? writers[unit](value) : "");
  const tick = { fontSize: 11, fill: "var(--color-ink-faint)" };
  return (
    <div role="img" aria-label={label} className="h-64 w-full">
      <ResponsiveContainer width="100%" height="100%">
        <Lines
          data={[...rows]}
          margin={{ top: marks.length > 0 ? 20 : 8, right: 12, bottom: 0, left: 0 }}
        >
          <CartesianGrid stroke="var(--color-line)" vertical={false} />
          <XAxis dataKey="name" tick={tick} tickLine={false} axisLine={false} minTickGap={24} />
          <YAxis
            width="auto"
            tick={tick}
            tickLine={false}
            axisLine={false}
            tickFormatter={format}
            allowDecimals={false}
          />
          <Tooltip formatter={(value, name) => [format(value), String(name)]} />
          <Legend
            wrapperStyle={{ fontSize: 12 }}
            formatter={(word) => <span className="text-ink-soft">{String(word)}</span>}
          />
          {marks.map((mark) => (
            <ReferenceLine
              key={mark.name}
              x={mark.name}
              stroke="var(--color-edge)"
              strokeDasharray="2 3"
              label={{ value: mark.label, position: "top", fontSize: 11 }}
            />
          ))}
          {lines.map(({ key, label: name, color, isDashed }) => (
            <Line
              key={key}
              dataKey={key}
              name={name}
              stroke={color}
              strokeWidth={isDashed ? 1.5 : 2.25}
              {...(isDashed ? { strokeDasharray: "5 4" } : {})}
              dot={({ cx, cy, index }) =>
                isAlone(rows, key, index) ? (
                  <circle key={index} cx={cx} cy={cy} r={3} fill={color} />
                ) : (
                  <g key={index} />
                )
              }
              isAnimationActive={false}
            />
          ))}
        </Lines>
      </ResponsiveContainer>
    </div>
  );
}

/** Whether a value stands between two gaps: it has no line then, and would not be seen without a dot. */
function isAlone(rows: readonly Record<string, unknown>[], key: string, at: number): boolean {
  const isThere = (one: number) => typeof rows[one]?.[key] === "number";
  return isThere(at) && !isThere(at - 1) && !isThere(at + 1);
}
