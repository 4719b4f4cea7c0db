import { readConfig } from "../config.ts";
import { rotateSealingKeys } from "../store/rotate-sealing-keys.ts";
import { readOwnerUrl } from "./owner-url.ts";

/** Puts what is sealed under the first of the sealing keys. */
export async function rotateKeys(): Promise<void> {
  const rewrapped = await rotateSealingKeys({
    ownerUrl: readOwnerUrl(),
    sealingKeys: readConfig(process.env).sealingKeys,
  });
  process.stdout.write(`Every pair's key is under the first of SEALING_KEYS now; ${rewrapped} changed.\n`);
}
