import { chmod, mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DEMO_PEOPLE } from "@/prisma/seed/shops/demo-people";
import type { SandboxAccount } from "@/wechat-sandbox/account";

/** WeChat's side of the demo: the merchants' accounts and the people on the phone. */
export async function writeSandboxFiles(
  dataDir: string,
  accounts: readonly SandboxAccount[],
): Promise<void> {
  const folder = join(dataDir, "sandbox");
  await mkdir(folder, { recursive: true });
  await writeSecretly(join(folder, "accounts.json"), accounts);
  await writeSecretly(join(folder, "users.json"), DEMO_PEOPLE);
}

/** Private keys: for their owner's eyes alone, also where the file was there before. */
async function writeSecretly(path: string, content: unknown): Promise<void> {
  await writeFile(path, `${JSON.stringify(content, null, 2)}\n`, { mode: 0o600 });
  await chmod(path, 0o600);
}
