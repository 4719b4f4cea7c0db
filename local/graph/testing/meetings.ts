import { localPerson } from "../../identities.ts";
import { textAt, valueAt } from "../odata.ts";
import type { Answered, GraphUnderTest } from "./graph-under-test.ts";

/** A person's path in Graph. */
export const mailboxOf = (name: string) => `/v1.0/users/${localPerson(name).oid}`;

/** A moment on Tuesday 24 November 2026, London time, as a request writes it. */
export const tuesday = (time: string) => ({ dateTime: `2026-11-24T${time}:00`, timeZone: "GMT Standard Time" });

/** An invitation from Ana to Ben on Tuesday at ten, with what a test wants otherwise. */
export const invitation = (changes: Readonly<Record<string, unknown>> = {}) => ({
  subject: "Check-in",
  start: tuesday("10:00"),
  end: tuesday("11:00"),
  attendees: [{ emailAddress: { address: localPerson("Ben").mail }, type: "required" }],
  ...changes,
});

/** Creates an event in a person's calendar. */
export const createAs = (graph: GraphUnderTest, name: string, body: unknown): Promise<Answered> =>
  graph.call("POST", `${mailboxOf(name)}/events`, { body });

/** A person's copy of the meeting that this answer is about. */
export async function copyIn(graph: GraphUnderTest, name: string, of: Answered): Promise<Answered> {
  const filter = encodeURIComponent(`iCalUId eq '${of.text("iCalUId")}'`);
  const found = await graph.call("GET", `${mailboxOf(name)}/events?$filter=${filter}&$select=id`);
  return graph.call("GET", `${mailboxOf(name)}/events/${found.text("value/0/id") || "gone"}`);
}

/** What the outbox holds about a meeting, as "kind to given name". */
export async function sentAbout(graph: GraphUnderTest, of: Answered): Promise<string[]> {
  const outbox = await graph.call("GET", "/_local/outbox", { token: null });
  const about = outbox.items().filter((one) => valueAt(one, "iCalUId") === of.at("iCalUId"));
  return about.map((one) => `${textAt(one, "kind")} to ${textAt(one, "recipient").split(".")[0]}`);
}
