import * as oidc from "openid-client";
import type { PersonId } from "../../shared/domain/person.ts";
import type { Log } from "../log.ts";
import { NotConnected } from "../ports/calendar.ts";
import type { CalendarGrant } from "../ports/grant-records.ts";
import { delegatedScope } from "./delegated-scopes.ts";
import type { TokenSource } from "./middleware/authentication.ts";
import { TokenAway } from "./middleware/call.ts";
import {
  codeOf,
  type HeldToken,
  heldFrom,
  openTokenService,
  type TokenService,
  type TokenServiceOptions,
} from "./token-service.ts";

/** Where people's grants are kept. */
export interface Grants {
  readonly find: (person: PersonId) => Promise<CalendarGrant | null>;
  readonly save: (person: PersonId, grant: CalendarGrant) => Promise<void>;
}

export interface DelegatedTokenOptions extends TokenServiceOptions {
  readonly grants: Grants;
  /** Told once when Entra has taken a grant back, after it was saved as broken: the person is to hear of it. */
  readonly onBroken: (person: PersonId) => Promise<void>;
  readonly log: Log;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

export interface DelegatedTokens extends TokenSource {
  /** Forgets what is kept of the person's former grant. */
  readonly renewed: (person: PersonId) => void;
}

interface Kept {
  held: HeldToken | null;
  fetching: Promise<HeldToken> | null;
}

/**
 * Each person's own token, by the refresh token of their grant: kept in memory until shortly before its end, fetched once however many ask
 * at the time. A grant that Entra won't take any more is saved as broken, so that it is asked for no second time.
 */
export function openDelegatedToken(options: DelegatedTokenOptions): DelegatedTokens {
  const refreshing = { ...options, service: openTokenService(options) };
  const people = new Map<PersonId, Kept>();
  return {
    isPerPerson: true,
    atHand: () => [...people].findLast(([, { held }]) => held && options.now() < held.freshUntil)?.[0] ?? null,
    renewed: (person) => void people.delete(person.toLowerCase()),
    async token({ mailbox, refused }) {
      if (mailbox === null) throw new TypeError("The request is in nobody's name.");
      const person = mailbox.toLowerCase();
      const kept = people.get(person) ?? { held: null, fetching: null };
      people.set(person, kept);
      if (kept.held && kept.held.value !== refused && options.now() < kept.held.freshUntil) return kept.held.value;
      kept.fetching ??= fetchToken(refreshing, person).finally(() => {
        kept.fetching = null;
      });
      kept.held = await kept.fetching;
      return kept.held.value;
    },
  };
}

/** What Entra says of a refresh token that will never work again without the person. */
const deadCodes: ReadonlySet<string> = new Set(["invalid_grant", "interaction_required", "consent_required"]);

const isDead = (error: unknown): boolean => error instanceof oidc.ResponseBodyError && deadCodes.has(error.error);

interface Refreshing extends DelegatedTokenOptions {
  readonly service: TokenService;
}

async function fetchToken(refreshing: Refreshing, person: PersonId): Promise<HeldToken> {
  try {
    const grant = await workingGrant(refreshing, person);
    return await refresh(refreshing, person, grant).catch((error: unknown) => {
      if (isDead(error)) return giveUp(refreshing, person, grant, error);
      throw error;
    });
  } catch (cause) {
    if (cause instanceof NotConnected) throw cause;
    const fields = { room: "graph", operation: "delegated-token", code: codeOf(cause), err: cause };
    refreshing.log.error(fields, "The token service gave no token.");
    throw new TokenAway("The token service gave no token.", { cause });
  }
}

async function workingGrant({ grants }: Refreshing, person: PersonId): Promise<CalendarGrant> {
  const grant = await grants.find(person);
  if (grant?.state !== "works") throw new NotConnected(person);
  return grant;
}

async function refresh(refreshing: Refreshing, person: PersonId, grant: CalendarGrant): Promise<HeldToken> {
  const { service, grants, now } = refreshing;
  const configuration = await service.configuration();
  const answer = await oidc.refreshTokenGrant(configuration, grant.refreshToken, { scope: delegatedScope });
  const { refresh_token: next } = answer;
  if (next !== undefined && next !== grant.refreshToken && (await stillStands(refreshing, person, grant)))
    await grants.save(person, { refreshToken: next, state: "works" });
  return heldFrom(answer, now());
}

/** Whether nobody has connected anew, or disconnected, since the grant was read. */
const stillStands = async ({ grants }: Refreshing, person: PersonId, { refreshToken }: CalendarGrant) =>
  (await grants.find(person))?.refreshToken === refreshToken;

/** The person may have connected anew in the meantime: then that grant is tried, and otherwise this one is saved as broken. */
async function giveUp(
  refreshing: Refreshing,
  person: PersonId,
  grant: CalendarGrant,
  refusal: unknown,
): Promise<HeldToken> {
  if (!(await stillStands(refreshing, person, grant)))
    return refresh(refreshing, person, await workingGrant(refreshing, person));
  const fields = { room: "graph", operation: "delegated-token", code: codeOf(refusal), personId: person };
  refreshing.log.warn(fields, "A calendar's connection was taken back.");
  await refreshing.grants.save(person, { ...grant, state: "broken" });
  await refreshing.onBroken(person);
  throw new NotConnected(person);
}
