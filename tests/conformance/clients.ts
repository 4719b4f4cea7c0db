import "temporal-polyfill/global";
import { openCalendar } from "../../bot/graph/calendar.ts";
import { openDirectory } from "../../bot/graph/directory.ts";
import type { GraphOptions } from "../../bot/graph/graph.ts";
import { openMailboxes } from "../../bot/graph/mailboxes.ts";
import { openMeetings } from "../../bot/graph/meetings.ts";
import type { Booking } from "../../bot/ports/calendar.ts";
import { type GraphUnderTest, testNow } from "../../local/graph/testing/graph-under-test.ts";
import { startReceiver } from "../../local/graph/testing/receiver.ts";
import { localApp, localPerson } from "../../local/identities.ts";
import type { Conformance } from "./closed-schemas.ts";
import { type Exchange, listenTo } from "./exchanges.ts";

/** What our clients said and were told, by the document's templates; and what the document doesn't have. */
export interface ClientExchanges {
  readonly exchanges: readonly (Exchange & { readonly template: string })[];
  readonly outside: readonly string[];
}

const oid = (name: string) => localPerson(name).oid;
const at = (day: number, hour: number) =>
  `2026-12-${String(day).padStart(2, "0")}T${String(hour).padStart(2, "0")}:00:00Z`;
const slot = (day: number, hour: number) => ({ startsAt: at(day, hour), endsAt: at(day, hour + 1), stretch: null });
const window = { start: Date.parse(at(1, 0)), end: Date.parse(at(28, 0)) };

const booking = (organiser: string, day: number, attendees: readonly string[] = ["Ben"]): Booking => ({
  bookingId: crypto.randomUUID(),
  organiser: oid(organiser),
  attendees: attendees.map(oid),
  slot: slot(day, 10),
  timeZone: "Europe/London",
});

/** Does with every client what it can do, past refusals and conflicts too. */
export async function exchangesOfClients(graph: GraphUnderTest, conformance: Conformance): Promise<ClientExchanges> {
  const receiver = await startReceiver();
  const token = await graph.issuer.token();
  const silent = { info: () => {}, warn: () => {}, error: () => {} };
  const options: GraphOptions = {
    graphUrl: `${graph.url}/v1.0`,
    token: { isPerPerson: false, token: async () => token },
    log: silent,
    now: () => Date.parse(testNow),
    patience: { firstWaitMs: 10, longestWaitMs: 50 },
  };
  try {
    const heard = await listenTo(options.graphUrl, async () => {
      await useCalendar(options, graph);
      await useMeetings(options);
      await useMailboxes(options, receiver.url);
    });
    const placed = heard.map((one) => ({ ...one, template: conformance.templateOf(one.path) }));
    const outside = placed.filter((one) => !isKnown(one, conformance));
    return {
      exchanges: placed.flatMap(({ template, ...one }) =>
        template !== null && isKnown({ ...one, template }, conformance) ? [{ ...one, template }] : [],
      ),
      outside: [...new Set(outside.map(({ method, path }) => `${method} ${path.replaceAll(/[^/]{30,}/g, "{id}")}`))],
    };
  } finally {
    await receiver.close();
  }
}

/** Whether the document has the operation, not the path alone. */
const isKnown = ({ method, template }: Exchange & { readonly template: string | null }, conformance: Conformance) =>
  template !== null &&
  !conformance
    .requestProblems({ method, template }, new URLSearchParams(), null)
    .includes(`the document has no ${method} ${template}`);

async function useCalendar(options: GraphOptions, graph: GraphUnderTest): Promise<void> {
  const [calendar, directory] = [openCalendar(options), openDirectory(options)];
  await graph.call("POST", "/_local/outlook/Oona/days", { body: { kind: "holiday", date: "2026-12-08" } });
  await Promise.all(["Ana", "Oona"].map((name) => directory.find(oid(name))));
  await calendar.availability(["Ana", "Ben", "Oona", "Dara"].map(oid), window);
  const asked = booking("Ana", 8);
  const event = await calendar.createEvent(asked);
  await calendar.findBooking(asked);
  const change = { from: asked.slot, to: slot(9, 14), timeZone: asked.timeZone };
  await calendar.moveEvent(event, change);
  await graph.call("POST", "/_local/faults", { body: { match: { method: "PATCH" }, kind: "conflict", status: 412 } });
  await calendar.moveEvent(event, { ...change, from: change.to, to: slot(10, 14) }).catch(() => null);
  const [ana, ben] = [oid("Ana"), oid("Ben")];
  await calendar.readTruth(event, [ana, ben]);
  await calendar.cancelEvent(event, "Another day.");
  await calendar.cancelEvent(event, null);
  await calendar.readTruth(event, [ana, ben]);
  const fault = { match: { method: "POST", pathIncludes: "/events", mailbox: "Chidi" }, kind: "status", status: 503 };
  await graph.call("POST", "/_local/faults", { body: fault });
  await calendar.createEvents([
    ...["Ana", "Chidi", "Dara"].map((name) => booking(name, 15)),
    booking("Zoe", 15, ["Elif"]),
  ]);
  const copies = (await graph.call("GET", `/_local/events?mailbox=Ben`)).items();
  await calendar.removeCopy(ben, String(Object(copies.at(-1)).immutableId));
}

async function useMeetings(options: GraphOptions): Promise<void> {
  const meetings = openMeetings({ ...options, teamsAppId: localApp.teamsAppId });
  const event = await openCalendar(options).createEvent(booking("Ana", 16));
  for (let twice = 0; twice < 2; twice += 1) await meetings.addApp(event);
  await meetings.stopRecording(event);
}

async function useMailboxes(options: GraphOptions, publicUrl: string): Promise<void> {
  const mailboxes = openMailboxes({ ...options, publicUrl });
  const until = Temporal.Instant.from(testNow).add({ hours: 48 });
  const { id } = await mailboxes.subscribe(oid("Ana"), "a secret", until);
  await mailboxes.subscribe(oid("Ana"), "another secret", until);
  await mailboxes.renew(oid("Ana"), id, until);
  const { id: other } = await mailboxes.subscribe(oid("Ben"), "a secret", until);
  await mailboxes.renew(oid("Ben"), other, until.add({ hours: 1 }));
  await mailboxes.unsubscribe(oid("Ben"), other);
  await mailboxes.unsubscribe(oid("Ben"), other);
  const first = await mailboxes.changes(oid("Ben"), window, null);
  const calendar = openCalendar(options);
  await calendar.cancelEvent(await calendar.createEvent(booking("Ben", 17, ["Ana"])), null);
  if (first !== "lost") await mailboxes.changes(oid("Ben"), window, first.deltaLink);
}
