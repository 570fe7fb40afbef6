/** A source of random bytes; tests pass a seeded one. */
export type RandomBytes = (size: number) => Uint8Array;

const ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const DIGITS = "0123456789";

/**
 * `length` letters and digits from `random`. Bytes that would favour the first letters of the
 * alphabet are thrown away, so that every character is equally likely.
 */
export function randomText(random: RandomBytes, length: number, alphabet = ALPHANUMERIC): string {
  const fair = 256 - (256 % alphabet.length);
  let text = "";
  while (text.length < length) {
    for (const byte of random(length)) {
      if (byte < fair && text.length < length) text += alphabet[byte % alphabet.length];
    }
  }
  return text;
}

/** `length` decimal digits from `random`. */
export function randomDigits(random: RandomBytes, length: number): string {
  return randomText(random, length, DIGITS);
}

/** `bytes` random bytes in lower-case hexadecimal. */
export function randomHex(random: RandomBytes, bytes: number): string {
  return Buffer.from(random(bytes)).toString("hex");
}
