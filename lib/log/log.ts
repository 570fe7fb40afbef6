import pino from "pino";
import { env } from "@/lib/env";

/**
 * JSON lines on standard output. Never log names, phone numbers, openids, tokens or addresses:
 * the redaction below is the second fence, not the first.
 */
export const log = pino({
  level: env().LOG_LEVEL,
  base: null,
  redact: ["*.openId", "*.phone", "*.receiverName", "*.token", "*.password", "*.cookie"],
});
