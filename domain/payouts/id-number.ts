const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_SIGNS = "10X98765432";

/** An identity number as people type it: full-width signs, spaces and a small x count as the plain ones. */
export function normalizeIdNumber(text: string): string {
  return text
    .replace(/[０-９Ｘｘ]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfee0))
    .replace(/\s/g, "")
    .toUpperCase();
}

/**
 * Whether a text is a citizen's identity number: 18 signs, a real date of birth and the right check
 * sign (GB 11643-1999, ISO 7064 MOD 11-2). Whose it is, WeChat and the tax office know.
 */
export function isIdNumber(text: string): boolean {
  if (!/^[1-9]\d{16}[\dX]$/.test(text)) return false;
  const born = `${text.slice(6, 10)}-${text.slice(10, 12)}-${text.slice(12, 14)}`;
  const day = new Date(`${born}T00:00:00Z`);
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== born) return false;
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(text[index]), 0);
  return CHECK_SIGNS[sum % CHECK_SIGNS.length] === text[17];
}
