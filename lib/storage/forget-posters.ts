import { rm } from "node:fs/promises";
import { join } from "node:path";
import { env } from "@/lib/env";

/**
 * Throws all kept posters away, because some bear a name that is to be forgotten and their file names do not
 * tell which: the others are drawn anew when somebody asks for them.
 */
export async function forgetPosters(): Promise<void> {
  await rm(join(env().STORAGE_DIR, "posters"), { recursive: true, force: true });
}
