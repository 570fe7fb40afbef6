import Link from "next/link";
import { squarify } from "@/components/charts/squarify";

export type TreeMapItem = { key: string; label: string; size: number; value: string; href: string };

/** Below this share of the picture a box is too small for words: they are read out and pointed at. */
const roomForWords = 0.02;

/** Boxes whose areas are shares of a whole, from the largest down; each opens to what is inside it. */
export function TreeMap({ label, items }: { label: string; items: readonly TreeMapItem[] }) {
  const shown = items
    .filter(({ size }) => size > 0)
    .toSorted((one, other) => other.size - one.size);
  const boxes = squarify(shown.map(({ size }) => size));
  return (
    <ul aria-label={label} className="relative h-80 w-full overflow-hidden rounded-md">
      {shown.map((item, at) => {
        const box = boxes[at];
        if (!box) return null;
        const hasRoom = (box.width * box.height) / 10_000 >= roomForWords && box.width > 8;
        return (
          <li
            key={item.key}
            className="absolute p-px"
            style={{
              left: `${box.left}%`,
              top: `${box.top}%`,
              width: `${box.width}%`,
              height: `${box.height}%`,
            }}
          >
            <Link
              href={item.href}
              title={`${item.label} ${item.value}`}
              className="grid h-full content-start overflow-hidden rounded-sm bg-series-1/25 p-1.5 text-xs outline-1 outline-card hover:bg-series-1/40 focus-visible:outline-2 focus-visible:outline-leaf print:[print-color-adjust:exact]"
            >
              <span className={hasRoom ? "truncate font-medium" : "sr-only"}>{item.label}</span>
              <span className={hasRoom ? "truncate tabular-nums" : "sr-only"}>{item.value}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
