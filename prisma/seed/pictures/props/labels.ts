/** Printed matter: box lids, pouches, tins. Each returns an SVG document. */

export interface LabelInk {
  ground: string;
  line: string;
  accent: string;
}

export const LEAF_LABEL: LabelInk = { ground: "#37533a", line: "#e9dcb8", accent: "#c9a25a" };
export const CREAM_LABEL: LabelInk = { ground: "#f1e8d4", line: "#3d5a3c", accent: "#b5402f" };
export const RED_LABEL: LabelInk = { ground: "#a8352b", line: "#f2e0b8", accent: "#e2b65c" };
export const TEA_LABEL: LabelInk = { ground: "#e7e4d4", line: "#33564f", accent: "#a5552f" };
export const BLOSSOM_LABEL: LabelInk = { ground: "#d9c2b0", line: "#5a3c34", accent: "#a5552f" };
export const SAGE_LABEL: LabelInk = { ground: "#a9b79c", line: "#2f4a3c", accent: "#efe6cf" };
export const PINE_LABEL: LabelInk = { ground: "#2f4f49", line: "#e5dcc0", accent: "#c49a5a" };

const document = (w: number, h: number, body: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${w}" height="${h}" viewBox="0 0 ${w} ${h}" font-family="Noto Sans SC">${body}</svg>`;

/** The dumpling mark of 箬里粽坊: a rounded triangle with veins and a tie. */
export function dumplingMark(x: number, y: number, size: number, color: string): string {
  return `<g transform="translate(${x} ${y}) scale(${size / 100})" fill="none" stroke="${color}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><path d="M-4 -44Q0 -50 4 -44L47 34Q50 42 42 42L-42 42Q-50 42 -47 34Z"/><path d="M0 -46C-6 -10 -22 22 -45 38M0 -46C10 -14 14 10 12 42M-26 -4C-6 12 16 14 33 8"/></g>`;
}

/** The mark of 云脚茶铺: a bowl with a drift of cloud. */
export function teaMark(x: number, y: number, size: number, color: string): string {
  return `<g transform="translate(${x} ${y}) scale(${size / 100})" fill="none" stroke="${color}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"><path d="M-42 0H42C40 26 24 40 0 40S-40 26 -42 0ZM-14 46H14"/><path d="M-28 -18C-28 -32 -8 -34 -6 -22C2 -34 22 -30 20 -18M-2 -40C2 -48 14 -46 14 -38"/></g>`;
}

/** Characters set one under another. */
function column(
  text: string,
  x: number,
  y: number,
  size: number,
  color: string,
  weight = 500,
): string {
  return [...text]
    .map(
      (glyph, index) =>
        `<text x="${x}" y="${y + index * size * 1.22}" font-size="${size}" font-weight="${weight}" fill="${color}" text-anchor="middle">${glyph}</text>`,
    )
    .join("");
}

/** A spray of leaves fanning out of a point, for lids and pouches. */
function spray(x: number, y: number, size: number, color: string, opacity: number): string {
  const leaf = (angle: number, length: number): string =>
    `<path d="M0 0C${length * 0.3} ${-length * 0.13} ${length * 0.7} ${-length * 0.11} ${length} 0C${length * 0.7} ${length * 0.09} ${length * 0.3} ${length * 0.12} 0 0Z" transform="rotate(${angle})"/>`;
  const leaves = [-98, -72, -46, -20, 6, 30].map((angle, index) =>
    leaf(angle, size * (0.72 + 0.28 * Math.sin(index * 2.4))),
  );
  return `<g transform="translate(${x} ${y})" fill="${color}" opacity="${opacity}">${leaves.join("")}</g>`;
}

/** Lid of a gift box, landscape; a band across with the name, leaves behind. */
export function lidLabel(
  look: LabelInk,
  name: string,
  line: string,
  brand: string,
  mark: typeof dumplingMark,
): string {
  const band = `<rect x="392" y="0" width="216" height="700" fill="${look.line}"/><rect x="404" y="0" width="2" height="700" fill="${look.accent}"/><rect x="594" y="0" width="2" height="700" fill="${look.accent}"/>`;
  const title = column(name, 500, 280, Math.min(88, 310 / name.length), look.ground, 500);
  return document(
    1000,
    700,
    `<rect width="1000" height="700" fill="${look.ground}"/>${spray(60, 720, 420, look.accent, 0.35)}<g transform="translate(1000 -20) rotate(180)">${spray(40, 0, 400, look.accent, 0.28)}</g>${band}${mark(500, 130, 110, look.accent)}${title}<text x="500" y="655" font-size="26" fill="${look.ground}" text-anchor="middle" font-weight="300">${brand}</text><text x="80" y="90" font-size="30" fill="${look.line}" font-weight="300">${line}</text>`,
  );
}

/** Long side of a box: mark and brand, small. */
export function frontLabel(look: LabelInk, brand: string, mark: typeof dumplingMark): string {
  return document(
    1000,
    260,
    `<rect width="1000" height="260" fill="${look.ground}"/><rect x="0" y="0" width="1000" height="3" fill="${look.accent}"/>${mark(370, 136, 90, look.accent)}<text x="440" y="154" font-size="52" fill="${look.line}" font-weight="500">${brand}</text>`,
  );
}

/** Face of a pouch, portrait: name in a column on a paper slip, weight below. */
export function pouchLabel(
  look: LabelInk,
  name: string,
  note: string,
  brand: string,
  mark: typeof dumplingMark,
): string {
  const size = Math.min(78, 330 / name.length);
  return document(
    600,
    840,
    `<rect width="600" height="840" fill="${look.ground}"/>${spray(20, 860, 420, look.accent, 0.4)}<rect x="205" y="120" width="190" height="560" fill="${look.line}"/><rect x="213" y="128" width="174" height="544" fill="none" stroke="${look.accent}" stroke-width="2"/>${mark(300, 205, 84, look.accent)}${column(name, 300, 335, size, look.ground, 500)}<text x="560" y="730" font-size="24" fill="${look.line}" font-weight="300" text-anchor="end">${note}</text><text x="560" y="104" font-size="28" fill="${look.line}" font-weight="500" text-anchor="end">${brand}</text>`,
  );
}

/** Half circumference of a tin. */
export function tinLabel(look: LabelInk, name: string, note: string, brand: string): string {
  return document(
    900,
    700,
    `<rect width="900" height="700" fill="${look.ground}"/><g transform="translate(0 0)">${spray(40, 720, 420, look.accent, 0.3)}</g><rect x="360" y="190" width="180" height="430" fill="${look.line}"/><rect x="368" y="198" width="164" height="414" fill="none" stroke="${look.accent}" stroke-width="2"/>${column(name, 450, name.length > 3 ? 290 : 310, name.length > 3 ? 74 : 92, look.ground, 500)}<text x="580" y="600" font-size="26" fill="${look.line}" font-weight="300">${note}</text>${teaMark(620, 260, 70, look.accent)}<text x="580" y="350" font-size="26" fill="${look.line}">${brand}</text>`,
  );
}

/** Round print: lid of a tin, paper of a tea cake. */
export function roundLabel(look: LabelInk, name: string, brand: string): string {
  return document(
    700,
    700,
    `<rect width="700" height="700" fill="${look.ground}"/><circle cx="350" cy="350" r="215" fill="none" stroke="${look.line}" stroke-width="4"/><circle cx="350" cy="350" r="200" fill="none" stroke="${look.accent}" stroke-width="2"/>${teaMark(350, 265, 120, look.accent)}<text x="350" y="420" font-size="${name.length > 4 ? 52 : 66}" font-weight="500" fill="${look.line}" text-anchor="middle">${name}</text><text x="350" y="480" font-size="30" fill="${look.line}" font-weight="300" text-anchor="middle">${brand}</text>`,
  );
}

/** Brocade for a sachet: a lattice of small flowers and one sprig. */
export function brocade(ground: string, thread: string, flower: string): string {
  const dots: string[] = [];
  for (let row = 0; row < 9; row += 1)
    for (let col = 0; col < 7; col += 1) {
      const [x, y] = [40 + col * 90 + (row % 2) * 45, 40 + row * 90];
      dots.push(
        `<g transform="translate(${x} ${y})" fill="${row % 3 === 1 ? flower : thread}">${[0, 72, 144, 216, 288].map((angle) => `<ellipse rx="6" ry="11" cy="-12" transform="rotate(${angle})"/>`).join("")}<circle r="4" fill="${ground}"/></g>`,
      );
    }
  return document(640, 840, `<rect width="640" height="840" fill="${ground}"/>${dots.join("")}`);
}
