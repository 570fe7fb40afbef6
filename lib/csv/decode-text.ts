/**
 * The text of a file from a spreadsheet: UTF-8 (with or without byte order mark), UTF-16 with one, or
 * else GBK, as Chinese Excel writes it.
 * @returns null for what is none of them
 */
export function decodeText(bytes: Uint8Array): string | null {
  const encodings = hasUtf16Mark(bytes) ? ["utf-16le"] : ["utf-8", "gb18030"];
  for (const encoding of encodings) {
    const text = tryDecode(bytes, encoding);
    // A zero byte is in no spreadsheet, and the database cannot store it.
    if (text !== null && !text.includes("\u0000")) return text;
  }
  return null;
}

function hasUtf16Mark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xfe;
}

function tryDecode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
