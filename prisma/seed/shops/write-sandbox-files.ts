import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { PlayedWechat } from "@/prisma/seed/play-wechat";
import { DEMO_PEOPLE, realNameOf } from "@/prisma/seed/shops/demo-people";

/** WeChat's side of the demo: the merchants' accounts, the people on the phone, and its memory. */
export async function writeSandboxFiles(dataDir: string, wechat: PlayedWechat): Promise<void> {
  const folder = join(dataDir, "sandbox");
  await mkdir(folder, { recursive: true });
  await writeSecretly(join(folder, "accounts.json"), wechat.accounts);
  const people = DEMO_PEOPLE.map((person) => ({ ...person, real_name: realNameOf(person.id) }));
  await writeSecretly(join(folder, "users.json"), people);
  wechat.save(folder);
}

/** Private keys: for their owner's eyes alone, also where the file was there before. */
async function writeSecretly(path: string, content: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}
