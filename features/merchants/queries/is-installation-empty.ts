import { onPlatform } from "@/lib/db/on-platform";

/** Whether nobody has set up a merchant here yet. */
export async function isInstallationEmpty(): Promise<boolean> {
  return (await onPlatform().merchant.findFirst({ select: { id: true } })) === null;
}
