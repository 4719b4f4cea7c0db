import { api } from "./api/api.ts";
import { booking } from "./booking/booking.ts";
import { bot } from "./bot/bot.ts";
import type { Bench } from "./harness.ts";
import { matching } from "./matching/matching.ts";
import { session } from "./session/session.ts";
import { sessionModel } from "./session-model/session-model.ts";
import { slots } from "./slots/slots.ts";
import { tab } from "./tab/tab.ts";

/** Every bench by the name that `npm run bench -- <name>` knows it by, in the order in which all of them run. */
export const benches: ReadonlyMap<string, Bench> = new Map(
  Object.entries({ api, booking, bot, matching, session, "session-model": sessionModel, slots, tab }),
);
