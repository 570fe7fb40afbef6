import { advanceLookBacks } from "@/features/insights/commands/advance-look-backs";
import { advanceRollUps } from "@/features/insights/commands/advance-roll-ups";
import { advanceVoice } from "@/features/insights/commands/advance-voice";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { disconnectDatabase } from "@/lib/db/client";

/** What look-back-now.ts starts, with the shop as its argument. */
const shop = authorizeMerchantId(process.argv[2] ?? "");
const now = new Date();
await advanceRollUps(shop, now);
await advanceVoice(shop, now);
await advanceLookBacks(shop, now);
await disconnectDatabase();
