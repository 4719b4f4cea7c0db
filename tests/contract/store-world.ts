import type { Watch } from "../../bot/ports/mailbox-records.ts";
import type { RhythmClaim } from "../../bot/ports/rhythm-records.ts";
import type { Records, Store } from "../../bot/ports.ts";
import type { Actor, JobName, Role } from "../../shared/domain/access.ts";
import { type CheckIn, untouched } from "../../shared/domain/check-in.ts";
import type { Cohort } from "../../shared/domain/cohort.ts";
import type { CohortBooking } from "../../shared/domain/cohort-booking.ts";
import type { Goal } from "../../shared/domain/goal.ts";
import type { JournalEntry } from "../../shared/domain/journal-entry.ts";
import type { OwnPrompt } from "../../shared/domain/library/library.ts";
import type { Pair } from "../../shared/domain/pair.ts";
import type { Programme } from "../../shared/domain/programme.ts";
import type { Reflection } from "../../shared/domain/reflection.ts";
import type { Room } from "../../shared/domain/room.ts";
import { openSession, type Session } from "../../shared/domain/session/session.ts";
import type { SessionWords, SessionWordsKind } from "../../shared/domain/session-words.ts";
import type { Slot } from "../../shared/domain/slots/slot.ts";

/** Ids are the same in every tenant, so that a wall with a hole shows one tenant the other's row. */
export const north = "11111111-1111-4111-8111-111111111111";
export const south = "22222222-2222-4222-8222-222222222222";

export const as = (personId: string, role: Role = "participant", tenantId = north): Actor => ({
  kind: "person",
  tenantId,
  personId,
  role,
});
export const asJob = (job: JobName, tenantId = north): Actor => ({ kind: "job", tenantId, job });

export const anaAndBen = (tenantId = north): Pair => ({
  tenantId,
  id: "ana-ben",
  cohortId: "spring",
  members: ["ana", "ben"],
  status: "meeting",
  agreementLines: ["What we say here stays here.", "We step aside from decisions about each other."],
});

export const chidiAndDara = (tenantId = north): Pair => ({
  ...anaAndBen(tenantId),
  id: "chidi-dara",
  members: ["chidi", "dara"],
  agreementLines: ["We say so when it is hard."],
});

export const renewal = (tenantId = north): Programme => ({
  tenantId,
  id: "renewal",
  name: "Renewal",
  purposes: ["inclusion", "collaboration-across-silos"],
  statement: "We want to hear each other.",
  sponsorName: "Zoe Martin",
});

export const spring = (tenantId = north): Cohort => ({
  tenantId,
  id: "spring",
  programmeId: "renewal",
  name: "Spring 2027",
  startsOn: "2027-03-01",
  endsOn: "2027-09-01",
  minutes: 60,
  cadenceDays: 28,
});

export const slot = { startsAt: "2027-03-10T10:00:00Z", endsAt: "2027-03-10T11:00:00Z", stretch: null };
export const laterSlot: Slot = {
  startsAt: "2027-04-07T10:00:00Z",
  endsAt: "2027-04-07T11:00:00Z",
  stretch: { person: "ben", side: "after", lastBorneBy: "ana" },
};

export const chatId = "19:meeting_OTQ2NTk4ZWYt@thread.v2";
const joinUrl = `https://teams.microsoft.com/l/meetup-join/${encodeURIComponent(chatId)}/0?context=%7b%22Tid%22%3a%22x%22%7d`;

/** Held, the first of Ana and Ben. */
export const heldCheckIn: CheckIn = {
  id: "ana-ben-1",
  pairId: "ana-ben",
  number: 1,
  status: "held",
  minutes: 60,
  opener: "ana",
  booker: "ben",
  offered: [],
  slot,
  bookingId: "booking-1",
  event: { organiser: "ben", eventId: "event-1", iCalUId: "uid-1", joinUrl: null },
  ...untouched,
  version: 1,
};

/** Booked, the second of Ana and Ben. */
export const bookedCheckIn: CheckIn = {
  ...heldCheckIn,
  id: "ana-ben-2",
  number: 2,
  status: "booked",
  opener: "ben",
  booker: "ana",
  slot: laterSlot,
  bookingId: "booking-2",
  event: { organiser: "ana", eventId: "event-2", iCalUId: "uid-2", joinUrl },
};

/** Asked for, the first of Chidi and Dara. */
export const askedCheckIn: CheckIn = {
  ...heldCheckIn,
  id: "chidi-dara-1",
  pairId: "chidi-dara",
  status: "asked",
  opener: "chidi",
  booker: "dara",
  offered: [slot, laterSlot],
  slot: null,
  bookingId: null,
  event: null,
};

export const goalOf = (owner: string | null, id = `goal-${owner ?? "ours"}`): Goal => ({
  id,
  pairId: "ana-ben",
  owner,
  title: "Speak up in the steering group",
  why: "I hold back when directors are in the room.",
  nextStep: "Ask one question on Thursday.",
  reviewOn: "2027-05-01",
  state: "open",
  version: 1,
});

export const entryBy = (author: string, audience: JournalEntry["audience"], pairId = "ana-ben"): JournalEntry => ({
  id: `${author}-${audience}`,
  pairId,
  author,
  text: `What ${author} wrote for ${audience}.`,
  audience,
  sessionNumber: 1,
  writtenAt: "2027-03-10T11:05:00.25Z",
  version: 1,
});

export const session: Session = openSession({
  id: "session-2",
  checkInId: "ana-ben-2",
  pairId: "ana-ben",
  number: 2,
  members: ["ana", "ben"],
  opener: "ben",
});

/** The first of Chidi and Dara, who say apart who shares first. */
export const sessionOfChidi: Session = {
  ...openSession({
    id: "session-of-chidi",
    checkInId: "chidi-dara-1",
    pairId: "chidi-dara",
    number: 1,
    members: ["chidi", "dara"],
    opener: "chidi",
  }),
  phase: "who-first",
  been: ["since", "prompts"],
  promptId: "compass",
  used: ["compass"],
  stepSince: 2,
  version: 2,
};

export const wordsBy = (author: string, kind: SessionWordsKind): SessionWords => ({
  checkInId: "ana-ben-2",
  pairId: "ana-ben",
  author,
  kind,
  text: `What ${author} typed as ${kind}.`,
  version: 1,
});

export const tapsOf = (author: string, isShared = false): Reflection => ({
  checkInId: "ana-ben-1",
  pairId: "ana-ben",
  author,
  feltHeard: "yes",
  roomToSpeak: "partly",
  isShared,
});

/** The meeting of the second check-in of Ana and Ben, with Ana in it. */
export const roomOfAna: Room = {
  chatId,
  startedAt: "2027-04-07T09:58:30.1234567Z",
  participants: [{ key: "29:ana", personId: "ana", at: "2027-04-07T09:58:31.5Z", isIn: true }],
  version: 1,
};

/** A meeting that nobody booked, in which Ana and Ben held their first check-in. */
export const chatOnTheSpot = "19:onthespot@thread.v2";

export const ownPrompt: OwnPrompt = {
  id: "own-prompt",
  stage: "story",
  theme: "growth",
  kind: "core",
  depth: 2,
  minutes: 8,
  whoFirst: "either",
  text: "What did our move to the new office teach you?",
  followUps: ["What would you do again?"],
  lighter: "What do you like about the new office?",
  labels: ["change"],
  purposes: ["collaboration-across-silos"],
  version: 1,
};

/** Elif's, of the cohort's first check-ins. */
export const springBooking: CohortBooking = {
  id: "spring-booking",
  cohortId: "spring",
  by: "elif",
  status: "looking",
  version: 1,
};

export const reminderOfAna: RhythmClaim = {
  checkInId: "ana-ben-2",
  personId: "ana",
  kind: "day-before",
  startsAt: "2027-04-07T10:00:00Z",
};

export const watchOfAna: Watch = {
  personId: "ana",
  subscription: { id: "subscription-1", clientState: "nobody guesses this", expiresAt: "2027-03-12T10:00:00Z" },
  deltaLink: "https://graph.example/delta?token=1",
  deltaUntil: "2027-04-20T00:00:00Z",
};

const everyone = ["ana", "ben", "chidi", "dara", "elif"] as const;

/** Fills every table of one tenant: two pairs in a cohort that Elif coordinates, each with words of their own. */
export async function plantWorld(store: Store, tenantId = north): Promise<void> {
  await store.transact(asJob("import-programme", tenantId), (records) => plantProgramme(records, tenantId));
  for (const name of everyone) {
    await store.transact(as(name, "participant", tenantId), (records) =>
      records.conversations.save(name, { user: { id: name } }),
    );
  }
  // Before there are check-ins, so that both pairs are to be booked.
  await store.transact(as("elif", "coordinator", tenantId), async ({ cohortBookings, library }) => {
    await cohortBookings.save(springBooking);
    await cohortBookings.addPairs(springBooking.id);
    await library.saveOwn(ownPrompt);
    await library.retire("weather", true);
  });
  await store.transact(asJob("import-programme", tenantId), async ({ checkIns }) => {
    for (const checkIn of [heldCheckIn, bookedCheckIn, askedCheckIn]) await checkIns.save(checkIn);
  });
  await plantJobs(store, tenantId);
  await store.transact(as("ana", "participant", tenantId), plantAna);
  await store.transact(as("ben", "participant", tenantId), plantBen);
  await store.transact(as("chidi", "participant", tenantId), plantChidi);
}

async function plantProgramme(records: Records, tenantId: string): Promise<void> {
  for (const id of everyone) {
    const name = id.charAt(0).toUpperCase() + id.slice(1);
    await records.people.save({
      tenantId,
      id,
      name,
      fullName: `${name} of ${tenantId.slice(0, 1)}`,
      locale: "en-GB",
      timeZone: "Europe/London",
    });
  }
  await records.programmes.save(renewal(tenantId));
  await records.programmes.grantCoordinator(renewal(tenantId), "elif");
  await records.programmes.saveCohort(spring(tenantId));
  await records.pairs.save(anaAndBen(tenantId));
  await records.pairs.save(chidiAndDara(tenantId));
}

/** What jobs keep: a reminder that was sent, how we listen to Ana's mailbox, and who is in a meeting. */
async function plantJobs(store: Store, tenantId: string): Promise<void> {
  await store.transact(asJob("tell-rhythm", tenantId), ({ rhythm }) => rhythm.claim(reminderOfAna));
  await store.transact(asJob("watch-mailbox", tenantId), async ({ mailboxes }) => {
    await mailboxes.save(watchOfAna);
    await mailboxes.saveCopy("ana-ben-2", "ana", "event-2");
    await mailboxes.saveCopy("ana-ben-2", "ben", "event-2-at-ben");
  });
  await store.transact(asJob("note-meeting", tenantId), async ({ rooms }) => {
    if ((await rooms.findForChange(chatId)).version === 0) await rooms.save(roomOfAna);
    await rooms.saveConversation(chatId, { conversation: { id: chatId } });
  });
}

async function plantAna(records: Records): Promise<void> {
  await records.goals.save(goalOf(null));
  await records.goals.save(goalOf("ana"));
  await records.journal.save(entryBy("ana", "only-me"));
  await records.journal.save(entryBy("ana", "partner"));
  await records.conversations.saveCard("ana-ben-2", "ana", "card-of-ana");
  if ((await records.news.ofCheckIn("ana-ben-2")).length === 0)
    await records.news.add("ana-ben-2", { kind: "booked", by: "ana", was: null });
  await records.grants.save("ana", { refreshToken: "a token of Ana's", state: "works" });
  const opened = await records.sessions.open(session);
  await records.sessions.save({ ...opened, phase: "choose", used: ["compass"], version: 2 }, "command-1");
  for (const kind of ["carry-over", "appreciation", "notes"] as const)
    await records.sessionWords.save(wordsBy("ana", kind));
  await records.reflections.save(tapsOf("ana"));
  await records.rooms.link(chatOnTheSpot, heldCheckIn);
  await records.library.saveChoices({ personId: "ana", favourites: ["compass"], muted: ["health", "pay-and-reward"] });
  await records.library.saveReadiness("ana-ben", 3);
  await records.library.bring("ana-ben-2", "ana-ben", "own-prompt");
}

async function plantBen(records: Records): Promise<void> {
  await records.journal.save(entryBy("ben", "only-me"));
  await records.conversations.saveCard("ana-ben-2", "ben", "card-of-ben");
  await records.sessionWords.save(wordsBy("ben", "carry-over"));
  await records.reflections.save(tapsOf("ben"));
}

async function plantChidi(records: Records): Promise<void> {
  await records.goals.save({ ...goalOf("chidi"), pairId: "chidi-dara" });
  await records.journal.save(entryBy("chidi", "partner", "chidi-dara"));
  await records.sessions.open(sessionOfChidi);
  await records.sessions.nameFirst(sessionOfChidi.id, "dara");
}
