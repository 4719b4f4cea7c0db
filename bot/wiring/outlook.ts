import type { Config } from "../config.ts";
import { openAppToken } from "../graph/app-token.ts";
import { openCalendar } from "../graph/calendar.ts";
import { openConnections } from "../graph/connections.ts";
import { type DelegatedTokens, openDelegatedToken } from "../graph/delegated-token.ts";
import { openDirectory } from "../graph/directory.ts";
import type { GraphOptions } from "../graph/graph.ts";
import { openMailboxes } from "../graph/mailboxes.ts";
import { openMeetings } from "../graph/meetings.ts";
import type { Log } from "../log.ts";
import type { Calendar } from "../ports/calendar.ts";
import type { Connections } from "../ports/connections.ts";
import type { Directory } from "../ports/directory.ts";
import type { Mailboxes } from "../ports/mailboxes.ts";
import type { Meetings } from "../ports/meetings.ts";
import type { Clock, Store } from "../ports.ts";
import { keepGrants } from "../use-cases/connection/keep-grants.ts";

/** All that is asked of Microsoft Graph. */
export interface Outlook {
  readonly calendar: Calendar;
  readonly meetings: Meetings;
  readonly mailboxes: Mailboxes;
  readonly connections: Connections;
  readonly directory: Directory;
}

/** Outlook by the application's own leave or by each person's, whichever the organisation chose; the directory is the application's either way. */
export function openOutlook(config: Config, store: Store, log: Log, clock: Clock): Outlook {
  const application = applicationsGraph(config, log, clock);
  const tokens = config.calendarAccess === "delegated" ? personalTokens(config, store, log, clock) : null;
  const graph = { ...application, token: tokens ?? application.token };
  return {
    calendar: openCalendar(graph),
    meetings: openMeetings({ ...graph, teamsAppId: config.teamsAppId }),
    mailboxes: openMailboxes({ ...graph, publicUrl: config.publicUrl }),
    connections: openConnections({ ...tokenService(config), tokens, log }),
    directory: openDirectory(application),
  };
}

/** Graph by the application's own leave. */
export function applicationsGraph(config: Config, log: Log, clock: Clock): GraphOptions {
  const now = millisecondsOf(clock);
  return { graphUrl: config.graphUrl, token: openAppToken({ ...tokenService(config), log, now }), log, now };
}

const personalTokens = (config: Config, store: Store, log: Log, clock: Clock): DelegatedTokens =>
  openDelegatedToken({
    ...tokenService(config),
    grants: keepGrants(store, config.tenantId),
    // Keeping it as broken has the person told.
    onBroken: async () => {},
    log,
    now: millisecondsOf(clock),
  });

const tokenService = ({ issuer, clientId, clientSecret }: Config) => ({ issuer, clientId, clientSecret });
const millisecondsOf = (clock: Clock) => () => clock.now().epochMilliseconds;
