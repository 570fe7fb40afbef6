"use server";

import { z } from "zod";
import { currentActor } from "@/app/(mall)/current-actor";
import { revokeShareLink } from "@/features/sharing/commands/revoke-share-link";
import { systemClock } from "@/lib/clock/now";

const inputSchema = z.object({ linkId: z.uuid(), revoked: z.boolean() });

/** Stops one of the caller's own links or lets it work again. A link that is not theirs stays as it is. */
export async function revokeAction(input: { linkId: string; revoked: boolean }): Promise<void> {
  const actor = await currentActor();
  const parsed = inputSchema.safeParse(input);
  if (!actor || !parsed.success) return;
  await revokeShareLink(actor, parsed.data, systemClock());
}
