import type { ConsentParts } from "../api/consent.ts";
import { authorizeUrlOf } from "../api/discovery.ts";
import type { Config } from "../config.ts";
import { delegatedScope } from "../graph/delegated-scopes.ts";

/** What asking people for leave to their calendars needs, where they connect their own. */
export const consentParts = (config: Config): ConsentParts | undefined =>
  config.calendarAccess === "delegated"
    ? {
        authorizeUrl: authorizeUrlOf(config.issuer),
        clientId: config.clientId,
        scopes: delegatedScope.split(" "),
        publicUrl: config.publicUrl,
      }
    : undefined;
