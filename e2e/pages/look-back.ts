import { advanceLookBacks } from "@/features/insights/commands/advance-look-backs";
import { authorizeMerchantId } from "@/lib/db/authorized-merchant-id";
import { disconnectDatabase } from "@/lib/db/client";

/** What look-back-now.ts starts, with the shop as its argument. */
await advanceLookBacks(authorizeMerchantId(process.argv[2] ?? ""), new Date());
await disconnectDatabase();
