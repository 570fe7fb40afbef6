import { createHash } from "node:crypto";

const SKIES = [
  "#f7d9c4",
  "#cfe8d5",
  "#c9dff5",
  "#f3d6e4",
  "#e6dcf5",
  "#fbe7b2",
  "#d5eef0",
  "#f5cfc7",
];
const COATS = [
  "#c8553d",
  "#3d7c63",
  "#386fa4",
  "#9a4c78",
  "#6a5aa8",
  "#d08c1f",
  "#2f8f96",
  "#7d5a3c",
];
const SKINS = ["#f6d2b3", "#efc19a", "#e3ab7e", "#f9dcc4"];
const HAIRS = ["#2b2320", "#4a352a", "#1f2430", "#5b4636"];

const HAIR_SHAPES = [
  "M34 58c-2-26 14-36 26-36s28 10 26 36c-4-12-10-18-26-18S38 46 34 58z",
  "M32 74c-6-36 12-54 28-54s34 18 28 54l-8 2c2-20-2-30-20-30s-22 10-20 30z",
  "M36 54c0-22 12-30 26-30 16 0 24 10 24 28-8-2-14-8-20-12-8 8-18 10-30 14z",
];

function pick<Value>(options: readonly Value[], byte: number): Value | undefined {
  return options[byte % options.length];
}

/** A drawn portrait, 120 by 120, that depends on the user's id alone. */
export function drawAvatar(userId: string): string {
  const hash = createHash("sha256").update(userId).digest();
  const sky = pick(SKIES, hash[0] ?? 0);
  const coat = pick(COATS, hash[1] ?? 0);
  const skin = pick(SKINS, hash[2] ?? 0);
  const hair = pick(HAIRS, hash[3] ?? 0);
  const shape = pick(HAIR_SHAPES, hash[4] ?? 0);
  const glasses =
    (hash[5] ?? 0) % 3 === 0
      ? `<g fill="none" stroke="#3a3a3a" stroke-width="2"><circle cx="50" cy="62" r="7"/><circle cx="70" cy="62" r="7"/><path d="M57 62h6"/></g>`
      : "";
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 120" width="120" height="120">
<rect width="120" height="120" fill="${sky}"/>
<path d="M18 120c2-26 20-34 42-34s40 8 42 34z" fill="${coat}"/>
<rect x="51" y="76" width="18" height="18" rx="8" fill="${skin}"/>
<ellipse cx="60" cy="60" rx="23" ry="26" fill="${skin}"/>
<path d="${shape}" fill="${hair}"/>
<circle cx="50" cy="62" r="2.6" fill="#2a2a2a"/><circle cx="70" cy="62" r="2.6" fill="#2a2a2a"/>
${glasses}
<path d="M53 74c4 4 10 4 14 0" fill="none" stroke="#a85a48" stroke-width="2.4" stroke-linecap="round"/>
</svg>`;
}
