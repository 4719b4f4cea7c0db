import type { BotSettings } from "./settings.ts";

/** Addresses that Teams opens inside itself. */
export interface Links {
  readonly home: string;
  readonly journal: string;
  /** The person's own chat with the bot. */
  readonly chat: string;
}

/** The app's pages as Teams links. */
export function linksOf({
  appId,
  teamsAppId,
  tenantId,
}: Pick<BotSettings, "appId" | "teamsAppId" | "tenantId">): Links {
  const page = (name: string) =>
    `https://teams.microsoft.com/l/entity/${teamsAppId ?? appId}/${name}?tenantId=${tenantId}`;
  return {
    home: page("home"),
    journal: page("journal"),
    chat: `https://teams.microsoft.com/l/chat/0/0?tenantId=${tenantId}&users=28:${appId}`,
  };
}
