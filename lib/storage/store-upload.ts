import { createHash } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Transform } from "node:stream";
import { pipeline } from "node:stream/promises";
import { env } from "@/lib/env";

/** Where an uploaded file waits for its work. Both ids are ours, so that no path can climb out. */
export function uploadPath(merchantId: string, uploadId: string): string {
  return join(env().STORAGE_DIR, "uploads", merchantId, uploadId);
}

/**
 * Writes an upload to the disk as it comes, never holding it in memory.
 * @returns its hash and size, or null when it is larger than `maxBytes`; then nothing is kept
 */
export async function storeUpload(
  chunks: AsyncIterable<Uint8Array>,
  path: string,
  maxBytes: number,
): Promise<{ sha256: string; byteSize: number } | null> {
  await mkdir(dirname(path), { recursive: true });
  const hash = createHash("sha256");
  let byteSize = 0;
  const measure = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      byteSize += chunk.byteLength;
      hash.update(chunk);
      done(byteSize > maxBytes ? new UploadTooLarge() : null, chunk);
    },
  });
  try {
    await pipeline(chunks, measure, createWriteStream(path, { mode: 0o600 }));
    return { sha256: hash.digest("hex"), byteSize };
  } catch (error) {
    await rm(path, { force: true });
    if (error instanceof UploadTooLarge) return null;
    throw error;
  }
}

class UploadTooLarge extends Error {}
