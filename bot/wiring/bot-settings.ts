import type { Config } from "../config.ts";
import type { BotSettings } from "../teams/settings.ts";

/** The bot's share of the settings. */
export const botSettings = ({ bot, tenantId, teamsAppId, windowUrl }: Config): BotSettings => ({
  ...bot,
  tenantId,
  teamsAppId,
  // The local window brings the connector too.
  ...(windowUrl === undefined ? {} : { serviceUrl: `${windowUrl}/connector/` }),
});
