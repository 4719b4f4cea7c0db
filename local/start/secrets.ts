import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { keepSecret } from "../postgres/secret.ts";

/**
 * The keys that seal private text on this machine, as SEALING_KEYS wants them: made once and kept beside the data, as
 * without them what was written can never be read again.
 */
export function sealingKeys(stateDir: string): string {
  return keepSecret(join(stateDir, "sealing-keys"), () => `local-1:${randomBytes(32).toString("base64")}`);
}
