"use client";

import { Bar, BarChart, Legend, ResponsiveContainer, Tooltip, XAxis, YAxis } from "recharts";

export type BarPart = { key: string; label: string; color: string };
export type BarRow = { name: string; values: Record<string, number> };

/**
 * Bars made of parts that add up, one beside the other. Neighbours differ in lightness, not only in
 * hue, and the same figures belong in a table below.
 * @param format writes a value for people
 */
export function StackedBars({
  label,
  parts,
  rows,
  format,
}: {
  label: string;
  parts: readonly BarPart[];
  rows: readonly BarRow[];
  format: (value: number) => string;
}) {
  const data = rows.map(({ name, values }) => ({ name, ...values }));
  const textOf = (value: unknown) => (typeof value === "number" ? format(value) : "");
  return (
    <div role="img" aria-label={label} className="h-60 w-full">
      <ResponsiveContainer width="100%" height="100%">
        <BarChart data={data} layout="vertical" margin={{ left: 0, right: 8 }} barCategoryGap={14}>
          <XAxis type="number" hide domain={[0, "dataMax"]} />
          <YAxis
            type="category"
            dataKey="name"
            width={88}
            tick={{ fontSize: 12, fill: "var(--color-ink-soft)" }}
            axisLine={false}
            tickLine={false}
          />
          <Tooltip
            cursor={{ fill: "var(--color-sunken)" }}
            formatter={(value, name) => [textOf(value), String(name)]}
          />
          <Legend wrapperStyle={{ fontSize: 12 }} formatter={legendWord} />
          {parts.map((part) => (
            <Bar
              key={part.key}
              dataKey={part.key}
              name={part.label}
              stackId="all"
              fill={part.color}
              isAnimationActive={false}
            />
          ))}
        </BarChart>
      </ResponsiveContainer>
    </div>
  );
}

/** In ink, for the parts' own colours are too pale to read. */
function legendWord(word: unknown) {
  return <span className="text-ink-soft">{String(word)}</span>;
}
