import { createHmac, randomBytes } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { explained } from "../processes/problem.ts";

/** Reads a secret from its file, or makes one that only this user may read: 256 random bits unless told otherwise. */
export function keepSecret(file: string, make = () => randomBytes(32).toString("base64url")): string {
  try {
    if (!existsSync(file)) writeFileSync(file, make(), { mode: 0o600, flag: "wx" });
    return readFileSync(file, "utf8");
  } catch (error) {
    throw explained(error, file);
  }
}

/** A role's own password, told from the one secret that is kept: nothing more to store, and none opens another. */
export function passwordOf(role: string, secret: string): string {
  return createHmac("sha256", secret).update(role).digest("base64url");
}
