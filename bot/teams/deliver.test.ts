import type { TurnContext } from "botbuilder";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { cohortBookingCard } from "./cards/cohort-booking-card.ts";
import { slotsCard } from "./cards/slots-card.ts";
import { Delivery } from "./deliver.ts";
import { linksOf } from "./links.ts";
import { type Reply, say, show, showCohortBooking } from "./reply.ts";
import { fakeUseCases } from "./testing/fake-use-cases.ts";
import { ana, appId, ben, checkInId, cohortBookingId, offered, running, tenantId } from "./testing/people.ts";
import { inLondon } from "./testing/readers.ts";
import type { Turn } from "./turn.ts";

const useCases = fakeUseCases();
const by = { tenantId, personId: ana.id };
const place = {
  tenantId,
  personId: ana.id,
  isOneToOne: true,
  isMentioned: false,
  conversation: { conversation: { id: "a:Ana" } },
  locale: null,
  timeZone: null,
  cardId: "card-1",
};
const turn: Turn = {
  inbound: { ...place, kind: "card", verb: "say", payload: {}, way: "execute" },
  by,
  person: ana,
  roles: ["participant"],
  reader: inLondon,
  links: linksOf({ appId, tenantId }),
  useCases,
};
const slots = show(slotsCard({ checkIn: offered, me: ana, partners: [ben] }, inLondon), {
  shows: { kind: "check-in", id: checkInId },
});

const sent: { type?: string; value?: unknown }[] = [];
const context = { sendActivity: (activity: object) => void sent.push(activity) } as unknown as TurnContext;
const outbound = { send: vi.fn(), update: vi.fn() };
const warn = vi.fn();
const error = vi.fn();
const count = vi.fn();
const delivery = () => new Delivery(outbound as never, { info: () => {}, warn, error }, { count });

beforeEach(() => {
  vi.useFakeTimers();
  sent.length = 0;
  useCases.asked.length = 0;
  outbound.send.mockResolvedValue("message-9");
  outbound.update.mockResolvedValue("card-1");
});
afterEach(() => {
  vi.useRealTimers();
  vi.clearAllMocks();
});

it("[BOT-6] answers the press of a button in time, and sends what took longer as a message of its own", async () => {
  const slow = delivery();
  const work = new Promise<Reply>((resolve) => setTimeout(() => resolve(slots), 20_000));
  const answered = slow.byReplacing(context, work, turn);
  await vi.advanceTimersByTimeAsync(4_000);
  await answered;
  expect(sent).toMatchObject([
    { type: "invokeResponse", value: { body: { value: expect.stringMatching(/^Still looking/) } } },
  ]);
  expect(outbound.send).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(20_000);
  await slow.settle();
  expect(outbound.send).toHaveBeenCalledExactlyOnceWith(
    place.conversation,
    expect.objectContaining({ summary: slots.text }),
  );
  expect(useCases.asked).toEqual([["rememberCard", { by, checkInId, activityId: "message-9" }]]);
});

it("logs an answer that came late and couldn't be given", async () => {
  const slow = delivery();
  const work = new Promise<Reply>((_, reject) => setTimeout(() => reject(new Error("no")), 20_000));
  const answered = slow.byReplacing(context, work, turn);
  await vi.advanceTimersByTimeAsync(30_000);
  await answered;
  await slow.settle();
  expect(error).toHaveBeenCalledOnce();
});

it("[BOT-6] shows the card even where its message can't be changed or takes too long, and says so in the log", async () => {
  outbound.update.mockRejectedValueOnce(new Error("429"));
  await delivery().byReplacing(context, Promise.resolve(slots), turn);
  expect(warn).toHaveBeenCalledOnce();
  outbound.update.mockReturnValueOnce(new Promise(() => {}));
  const answered = delivery().byReplacing(context, Promise.resolve(slots), turn);
  await vi.advanceTimersByTimeAsync(1_500);
  await answered;
  expect(sent).toMatchObject([{ value: { body: { value: slots.card } } }, { value: { body: { value: slots.card } } }]);
});

it("leaves the pressed card alone when it only has something to say", async () => {
  await delivery().byReplacing(context, Promise.resolve(say("No.")), turn);
  expect(outbound.update).not.toHaveBeenCalled();
  expect(useCases.asked).toEqual([]);
});

it("[PACE-3] sends an answer at once, and counts it in what its conversation may hear", async () => {
  await delivery().bySaying(context, say("Yes."), turn);
  await delivery().byReplacing(context, Promise.resolve(slots), turn);
  expect(count.mock.calls).toEqual([["a:Ana"], ["a:Ana"]]);
});

it("remembers the message that shows a booking for a cohort", async () => {
  await delivery().bySaying(
    { sendActivity: () => Promise.resolve({ id: "message-3" }) } as unknown as TurnContext,
    showCohortBooking(cohortBookingCard(running, turn.links, inLondon), cohortBookingId),
    turn,
  );
  expect(useCases.asked).toEqual([["rememberCohortBookingCard", { by, cohortBookingId, activityId: "message-3" }]]);
});
