import type { NoSlotsView } from "../../shared/contract/check-ins.ts";
import type { CheckIn } from "../../shared/domain/check-in.ts";
import type { Goal } from "../../shared/domain/goal.ts";
import type { JournalEntry } from "../../shared/domain/journal-entry.ts";
import type { NoSlots } from "../ports/messenger.ts";
import { checkInView } from "../use-cases/home/read-home.ts";
import type { UseCases } from "../use-cases/use-cases.ts";
import { calendarFile, calendarFileName } from "./calendar-file.ts";
import { type Handlers, onSuccess } from "./handlers/handler.ts";
import { libraryHandlers, sessionHandlers, sessionWordsHandlers } from "./handlers/sessions.ts";
import type { LiveSessions } from "./live/live-sessions.ts";

/** What each endpoint does: one use case, and its value as the contract shows it. */
export const handlersFor = (use: UseCases, live: Pick<LiveSessions, "during">): Handlers => ({
  readMe: async ({ by }) =>
    onSuccess(await use.meet({ by }), ({ person: { id, name, locale, timeZone }, roles }) => ({
      id,
      name,
      locale,
      timeZone,
      roles: [...roles],
    })),
  readHome: ({ by }) => use.readHome({ by }),
  listGoals: async ({ by, params }) =>
    onSuccess(await use.listGoals({ by, ...params }), (goals) => goals.map(goalView)),
  addGoal: async ({ by, params, body }) => onSuccess(await use.addGoal({ by, ...params, ...body }), goalView),
  editGoal: async ({ by, params, body: { seenVersion, ...words } }) =>
    onSuccess(await use.editGoal({ by, ...params, words, seenVersion }), goalView),
  settleGoal: async ({ by, params, body }) => onSuccess(await use.settleGoal({ by, ...params, ...body }), goalView),
  listEntries: async ({ by, params }) =>
    onSuccess(await use.listEntries({ by, ...params }), (entries) => entries.map(entryView)),
  writeEntry: async ({ by, params, body }) => onSuccess(await use.writeEntry({ by, ...params, ...body }), entryView),
  reviseEntry: async ({ by, params, body }) => onSuccess(await use.reviseEntry({ by, ...params, ...body }), entryView),
  eraseEntry: ({ by, params }) => use.eraseEntry({ by, ...params }),
  ...checkInHandlers(use),
  ...connectionHandlers(use),
  ...sessionHandlers(use, live),
  ...sessionWordsHandlers(use),
  ...libraryHandlers(use),
  listCohorts: async ({ by }) =>
    onSuccess(await use.listCohorts({ by }), (cohorts) => cohorts.map(({ id, name }) => ({ id, name }))),
  readCohort: async ({ by, params }) =>
    onSuccess(await use.readCohort({ by, ...params }), ({ recent, ...overview }) => ({
      ...overview,
      recent: recent && { ...recent },
    })),
  listQuietPairs: async ({ by, params }) =>
    onSuccess(await use.listQuietPairs({ by, ...params }), (pairs) => pairs.map((names) => [...names])),
  ...cohortBookingHandlers(use),
});

const checkInHandlers = (use: UseCases) =>
  ({
    askForCheckIn: async ({ by, params, body }) =>
      onSuccess(await use.askForCheckIn({ by, ...params, ...body }), ({ checkIn, noSlots }) => ({
        ...checkInView(checkIn),
        noSlots: noSlots && noSlotsView(noSlots),
      })),
    bookCheckIn: async ({ by, params, body }) => onSuccess(await use.bookCheckIn({ by, ...params, ...body }), viewOf),
    readCheckIn: async ({ by, params }) =>
      onSuccess(await use.readCheckIn({ by, ...params }), ({ checkIn, lostBecause }) =>
        checkInView(checkIn, lostBecause),
      ),
    cancelCheckIn: async ({ by, params, body }) =>
      onSuccess(await use.cancelCheckIn({ by, ...params, ...body }), viewOf),
    changeLength: async ({ by, params, body }) => onSuccess(await use.changeLength({ by, ...params, ...body }), viewOf),
    answerCheckIn: async ({ by, params, body }) =>
      onSuccess(await use.answerCheckIn({ by, ...params, ...body }), viewOf),
    exportCheckIns: async ({ by, params }) =>
      onSuccess(await use.exportCheckIns({ by, ...params }), ({ checkIns }) => ({
        fileName: calendarFileName,
        content: calendarFile(checkIns, Date.now()),
      })),
  }) satisfies Partial<Handlers>;

const connectionHandlers = (use: UseCases) =>
  ({
    readConnection: ({ by }) => use.readConnection({ by }),
    connectCalendar: ({ by, tabToken }) => use.connectCalendar({ by, tabToken }),
    disconnectCalendar: ({ by }) => use.disconnectCalendar({ by }),
  }) satisfies Partial<Handlers>;

const cohortBookingHandlers = (use: UseCases) =>
  ({
    beginCohortBooking: ({ by, params }) => use.beginCohortBooking({ by, ...params }),
    readLatestCohortBooking: ({ by, params }) => use.readLatestCohortBooking({ by, ...params }),
    readCohortBooking: ({ by, params }) => use.readCohortBooking({ by, ...params }),
    listPairBookings: async ({ by, params, body }) =>
      onSuccess(await use.listPairBookings({ by, ...params, ...body }), ({ pairs, after }) => ({
        pairs: pairs.map((pair) => ({ ...pair, names: [...pair.names] })),
        after,
      })),
    steerCohortBooking: ({ by, params, body }) => use.steerCohortBooking({ by, ...params, ...body }),
  }) satisfies Partial<Handlers>;

const viewOf = ({ checkIn }: { readonly checkIn: CheckIn }) => checkInView(checkIn);
const noSlotsView = ({ reason, unreadable, openings }: NoSlots): NoSlotsView => ({
  reason,
  unreadable: [...unreadable],
  openings: openings.map((one) =>
    one.kind === "later" ? { kind: "later", from: new Date(one.from).toISOString() } : { ...one },
  ),
});
const goalView = ({ pairId: _, ...goal }: Goal) => goal;
const entryView = ({ pairId: _, ...entry }: JournalEntry) => entry;
