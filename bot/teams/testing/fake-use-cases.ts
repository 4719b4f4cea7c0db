import { done, refuse } from "../../../shared/domain/result.ts";
import { checkInView, membersView } from "../../use-cases/home/read-home.ts";
import type { BotUseCases } from "../turn.ts";
import {
  ana,
  ben,
  booked,
  cancelled,
  chosen,
  elif,
  ended,
  moving,
  offered,
  pair,
  ready,
  running,
  springCohort,
} from "./people.ts";

/** Use cases in which Ana and Ben are a pair with times on offer and Elif coordinates; what was asked is kept in `asked`. */
export function fakeUseCases(
  others: Partial<BotUseCases> = {},
): BotUseCases & { readonly asked: [name: string, input: unknown][] } {
  const asked: [string, unknown][] = [];
  const people = [ana, ben, elif];
  const keep =
    <Input, Answer>(name: string, answer: (input: Input) => Answer) =>
    (input: Input) => {
      asked.push([name, input]);
      return Promise.resolve(answer(input));
    };
  const both = { me: ana, partners: [ben] };
  const read = { ...both, lostBecause: null, bookerAfter: ben.id };
  const useCases: BotUseCases = {
    meet: keep("meet", ({ by }) => {
      const person = people.find((one) => one.id === by.personId);
      return person
        ? done({ person, roles: [person === elif ? ("coordinator" as const) : ("participant" as const)] })
        : refuse("not-in-programme");
    }),
    askForCheckIn: keep("askForCheckIn", () => done({ checkIn: offered, ...both, noSlots: null, bookerAfter: ben.id })),
    bookCheckIn: keep("bookCheckIn", () => done({ checkIn: chosen, ...both })),
    readCheckIn: keep("readCheckIn", () => done({ checkIn: offered, ...read })),
    listPartners: keep("listPartners", () => [{ name: ben.name, pairId: pair.id }]),
    readNextCheckIn: keep("readNextCheckIn", () =>
      done({ pair, checkIn: booked, begun: null, ...read, nextOpener: ana.id, nextBooker: ben.id }),
    ),
    rememberCard: keep("rememberCard", () => {}),
    cancelCheckIn: keep("cancelCheckIn", () => done({ checkIn: { ...cancelled, bookingId: "still" }, ...both })),
    changeLength: keep("changeLength", () => done({ checkIn: moving, ...both })),
    answerCheckIn: keep("answerCheckIn", ({ by, met }) =>
      done({
        checkIn: { ...ended, status: met ? ("held" as const) : ("missed" as const), settledBy: by.personId },
        ...both,
      }),
    ),
    noteMeeting: keep("noteMeeting", () => {}),
    saveReflection: keep("saveReflection", ({ feltHeard, roomToSpeak, isShared }) =>
      done({
        checkIn: checkInView({ ...ended, status: "held" }),
        pairId: pair.id,
        members: membersView([ana, ben]),
        mine: { feltHeard, roomToSpeak, isShared },
        revealed: [],
        draft: null,
      }),
    ),
    listCohorts: keep("listCohorts", ({ by }) =>
      by.personId === elif.id ? done([springCohort]) : refuse("not-a-coordinator"),
    ),
    readCohort: keep("readCohort", () =>
      done({
        id: springCohort.id,
        name: springCohort.name,
        pairs: 14,
        sessionsHeld: 33,
        recent: { met: 9, quiet: 4, paused: 1, stages: { agree: 2, story: 12 } },
      }),
    ),
    beginCohortBooking: keep("beginCohortBooking", () => done({ ...ready, status: "looking" as const })),
    readLatestCohortBooking: keep("readLatestCohortBooking", () => done({ booking: running })),
    readCohortBooking: keep("readCohortBooking", () => done(running)),
    steerCohortBooking: keep("steerCohortBooking", () => done({ ...running, status: "paused" as const })),
    rememberCohortBookingCard: keep("rememberCohortBookingCard", () => {}),
    listQuietPairs: keep("listQuietPairs", () => done([["Ana Moreau", "Ben Okafor"]])),
  };
  return { ...useCases, ...others, asked };
}
