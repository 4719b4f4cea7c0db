import { BadConfig } from "../config.ts";

/** How to connect as the database's owner. @throws BadConfig where that isn't said. */
export function readOwnerUrl(): string {
  const ownerUrl = process.env["DATABASE_OWNER_URL"];
  if (!ownerUrl)
    throw new BadConfig([
      "DATABASE_OWNER_URL is missing: this runs as the database's owner, as the server never does.",
    ]);
  return ownerUrl;
}
