import { derivedSecret } from "@/lib/secrets/seal";

/**
 * With which the first visitor of an empty installation proves to have seen the server's own
 * output. It opens nothing once there is a merchant; derived, so that web and start agree on it.
 */
export function setupCode(): string {
  const digits = derivedSecret("setup-code").slice(0, 12);
  return digits.replace(/(.{4})(?=.)/g, "$1-");
}
