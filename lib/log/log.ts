import pino from "pino";
import { env } from "@/lib/env";

/**
 * JSON lines on standard output, written beside the work and not before it goes on: lines of the same
 * moment share a write, and an exit waits for them; only a kill can cost the last. Never log names, phone numbers, openids, tokens or addresses:
 * the redaction below is the second fence, not the first.
 */
export const log = pino(
  {
    level: env().LOG_LEVEL,
    base: null,
    redact: ["*.openId", "*.phone", "*.receiverName", "*.token", "*.password", "*.cookie"],
  },
  pino.destination({ dest: 1, sync: false }),
);
