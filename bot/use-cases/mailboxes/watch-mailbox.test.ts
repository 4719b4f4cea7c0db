import { describe, expect, it } from "vitest";
import { CalendarRefused } from "../../ports/calendar.ts";
import type { Watch } from "../../ports/mailbox-records.ts";
import type { Mailboxes } from "../../ports/mailboxes.ts";
import type { Records, Store } from "../../ports.ts";
import { watchMailbox } from "./watch-mailbox.ts";

const noon = Temporal.Instant.from("2026-11-23T12:00:00Z");
const nextWeek = "2026-11-30T12:00:00Z";
const looked: Watch = {
  personId: "ana",
  subscription: { id: "subscription-1", clientState: "secret", expiresAt: nextWeek },
  deltaLink: "/delta?token=1",
  deltaUntil: "2026-12-14T12:00:00Z",
};

/** What is known of Ana's mailbox once it was asked for that it be listened to, as after a booking. */
async function listenedTo(before: Watch, subscribe: Mailboxes["subscribe"] = never): Promise<Watch> {
  let watch = before;
  const records = {
    mailboxes: { find: async () => watch, save: async (saved: Watch) => void (watch = saved) },
  } as unknown as Records;
  const store: Store = { transact: (_actor, work) => work(records), isReady: async () => true, close: async () => {} };
  const mailboxes = { subscribe, renew: never } as unknown as Mailboxes;
  const listen = watchMailbox({ store, mailboxes, clock: { now: () => noon }, newSecret: () => "new secret" });
  expect(await listen({ tenantId: "t1", personId: "ana" })).toBe("done");
  return watch;
}

const never = async (): Promise<never> => {
  throw new Error("Microsoft is not to be asked.");
};

describe("listening to a mailbox that a check-in has come into", () => {
  it("[WATCH-5] has the next look begin anew, since the next after the last would not tell what came and went between", async () => {
    expect(await listenedTo(looked)).toEqual({ ...looked, deltaLink: null, deltaUntil: null });
  });

  it("[WATCH-1] asks for notices where there are none yet", async () => {
    const subscribed = await listenedTo({ ...looked, subscription: null }, async () => ({
      id: "subscription-2",
      expiresAt: nextWeek,
    }));
    expect(subscribed.subscription).toEqual({ id: "subscription-2", clientState: "new secret", expiresAt: nextWeek });
    expect(subscribed.deltaLink).toBeNull();
  });

  it("goes on from the last look where notices are refused, as that is asked again with each look", async () => {
    const refused = await listenedTo({ ...looked, subscription: null }, async () => {
      throw new CalendarRefused("ErrorAccessDenied", "No.");
    });
    expect(refused.deltaLink).toBe(looked.deltaLink);
  });
});
