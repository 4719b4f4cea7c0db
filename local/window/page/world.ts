/** One of the five who can be chosen. `slug` is the name in addresses. */
export interface Person {
  readonly slug: string;
  readonly oid: string;
  readonly givenName: string;
  readonly name: string;
  readonly mail: string;
  readonly locale: string;
}

/** What the window process tells its page about this machine. */
export interface World {
  readonly appUrl: string;
  readonly calendarsUrl: string;
  /** Where a person breaks the Graph stand-in. */
  readonly controlUrl: string;
  readonly tenantId: string;
  readonly botAppId: string;
  readonly people: readonly Person[];
}

export interface MeetingInfo {
  readonly chatId: string;
  readonly meetingId: string;
  readonly title: string;
  readonly joinUrl: string;
}

export const loadWorld = (): Promise<World> => ask("/api/world");

export const loadMeeting = (people: readonly string[], call?: string): Promise<MeetingInfo> =>
  ask(`/api/meeting?people=${people.join()}${call ? `&call=${encodeURIComponent(call)}` : ""}`);

/** Where the app is for this seat of a meeting: a line of its own, which can be cut. */
export const lineOf = async (seat: string): Promise<string> =>
  (await ask<{ appUrl: string }>(`/api/lines/${seat}`)).appUrl;

export const cutLine = (seat: string, isCut: boolean): Promise<void> => tell(`/_local/lines/${seat}`, { isCut });

/** How the events of meetings reach the bot. */
export const loadEventWay = async (): Promise<string> => (await ask<{ way: string }>("/_local/meeting-events")).way;

export const tellEventWay = (way: string): Promise<void> => tell("/_local/meeting-events", { way });

/** The people whose meeting a join link opens; empty when nobody's. */
export async function peopleBehindLink(joinUrl: string): Promise<readonly string[]> {
  const answer = await ask<{ people: readonly string[] }>(`/api/meeting/people?joinUrl=${encodeURIComponent(joinUrl)}`);
  return answer.people;
}

/** Tells the window process that the person at a seat enters or leaves a meeting; it tells the bot. */
export const tellPresence = (chatId: string, person: string, isIn: boolean): Promise<void> =>
  tell(`/api/meeting/${encodeURIComponent(chatId)}/presence`, { person, isIn });

/** A fresh access token for this person, as Teams' single sign-on would give. */
export async function freshToken(person: string): Promise<string> {
  return (await ask<{ token: string }>(`/api/people/${person}/token`, { method: "POST" })).token;
}

/** Posts JSON; an answer that is not a success throws with the sentence it carried. */
export async function tell(path: string, body: unknown): Promise<void> {
  await request(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

async function ask<Answer>(path: string, init?: RequestInit): Promise<Answer> {
  return (await (await request(path, init)).json()) as Answer;
}

async function request(path: string, init?: RequestInit) {
  const answer = await fetch(path, init);
  if (answer.ok) return answer;
  const said = (await answer.json().catch(() => ({}))) as { error?: string };
  throw new Error(said.error ?? `The window answered ${answer.status}.`);
}
