import type { PersonId } from "../../shared/domain/person.ts";
import { NotConnected } from "../ports/calendar.ts";
import type { Directory } from "../ports/directory.ts";
import { type Graph, type GraphOptions, openGraph } from "./graph.ts";
import { readMailboxSettings, readUser, type User } from "./people.ts";
import { ianaZone } from "./zones.ts";

/**
 * The organisation's directory: names from Entra, zone and language from the mailbox where there is one.
 *
 * @throws CalendarAway and CalendarRefused as the calendar does, and NotConnected when nobody's token is at hand; someone unknown is `null`.
 */
export function openDirectory(options: GraphOptions): Directory {
  const graph = openGraph(options);
  return {
    async find(id) {
      const [user, settings] = await Promise.all([readAnyUser(graph, id), readMailboxSettings(graph, id)]);
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

/** In the person's own name, and where that can't be, in the name of whoever is at hand: everyone may see names. */
async function readAnyUser(graph: Graph, id: PersonId): Promise<User | null> {
  try {
    return await readUser(graph, id);
  } catch (error) {
    const other = graph.atHand();
    if (!(error instanceof NotConnected) || other === null) throw error;
    return readUser(graph, id, other);
  }
}
