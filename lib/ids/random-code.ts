import { randomBytes } from "node:crypto";

/** Draws `size` random bytes; an argument wherever a seed must be possible. */
export type RandomBytes = (size: number) => Uint8Array;

export const secureRandom: RandomBytes = (size) => randomBytes(size);

/** No 0, o, 1, l, i and no capitals: codes are read aloud and typed from paper. */
const codeAlphabet = "23456789abcdefghjkmnpqrstuvwxyz";

/** A random code of `length` signs out of 31 (about 4.95 bits each). */
export function randomCode(length: number, random: RandomBytes): string {
  return draw(codeAlphabet, length, random);
}

/** `length` random decimal digits. */
export function randomDigits(length: number, random: RandomBytes): string {
  return draw("0123456789", length, random);
}

/** Bytes beyond the last whole multiple of the alphabet are drawn again, so that no sign is likelier. */
function draw(alphabet: string, length: number, random: RandomBytes): string {
  const limit = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < limit && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}
