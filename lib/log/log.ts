import pino from "pino";
import { env } from "@/lib/env";
import { errorFields } from "@/lib/log/error-fields";
import { gatheredLines } from "@/lib/log/gathered-lines";

/**
 * JSON lines on standard output. Never log names, phone numbers, openids, tokens or addresses: the
 * redaction below is the second fence, not the first.
 */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: null,
    serializers: { err: (error: unknown) => errorFields(error) },
    redact: ["*.openId", "*.phone", "*.receiverName", "*.token", "*.password", "*.cookie"],
  },
  gatheredLines(),
);
