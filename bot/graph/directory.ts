import type { Directory } from "../ports.ts";
import { type GraphOptions, openGraph } from "./graph.ts";
import { readMailboxSettings, readUser } from "./people.ts";
import { ianaZone } from "./zones.ts";

/**
 * The organisation's directory: names from Entra, zone and language from the mailbox where there is one.
 *
 * @throws CalendarAway and CalendarRefused as the calendar does; someone unknown is `null`.
 */
export function openDirectory(options: GraphOptions): Directory {
  const graph = openGraph(options);
  return {
    async find(id) {
      const [user, settings] = await Promise.all([readUser(graph, id), readMailboxSettings(graph, id)]);
      if (!user) return null;
      const fullName = user.displayName || user.givenName || user.userPrincipalName || user.id;
      return {
        id: user.id,
        fullName,
        givenName: user.givenName || (fullName.split(" ")[0] ?? fullName),
        mail: user.mail ?? null,
        timeZone: settings?.timeZone ? ianaZone(settings.timeZone) : null,
        locale: user.preferredLanguage || settings?.language?.locale || null,
      };
    },
  };
}
