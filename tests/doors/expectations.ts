/** Everybody who might try a door, seen from the pair of Ana and Ben, to whom everything tried belongs. */
export const callers = [
  "Ana",
  "Ben",
  "Chidi",
  "Elif",
  "a stranger",
  "another tenant",
  "a forger",
  "someone expired",
  "nobody",
] as const;
export type Caller = (typeof callers)[number];

/** What exists to be tried on: all of it Ana and Ben's, the private entry Ana's alone. */
export interface Belongings {
  readonly pairId: string;
  readonly goalId: string;
  readonly privateEntryId: string;
  /** Booked, and not begun. */
  readonly checkInId: string;
  /** Held long ago. */
  readonly heldCheckInId: string;
  readonly sessionId: string;
  /** The chat of the booked check-in's meeting. */
  readonly chatId: string;
  /** A prompt that may be offered. */
  readonly promptId: string;
  readonly cohortId: string;
  /** Elif's booking for that cohort, which waits for a yes. */
  readonly cohortBookingId: string;
}

export interface Try {
  readonly path: string;
  readonly body?: unknown;
}

/** A door of the API: how it is tried, and the status each caller is to get. */
export interface ApiDoor {
  readonly attempt: (have: Belongings) => Try;
  readonly statuses: Readonly<Record<Caller, number>>;
}

const outside = { "another tenant": 401, "a forger": 401, "someone expired": 401, nobody: 401 } as const;

/** The pair's own: its two members get in; for everyone else there is nothing here. */
const pairOnly = { Ana: 200, Ben: 200, Chidi: 404, Elif: 404, "a stranger": 404, ...outside } as const;
const authorOnly = { ...pairOnly, Ben: 404 } as const;
const coordinatorOnly = { Ana: 403, Ben: 403, Chidi: 403, Elif: 200, "a stranger": 403, ...outside } as const;
const everyoneKnown = { Ana: 200, Ben: 200, Chidi: 200, Elif: 200, "a stranger": 403, ...outside } as const;
const nothingHere = Object.fromEntries(callers.map((caller) => [caller, 404])) as Record<Caller, number>;
const accepted = Object.fromEntries(callers.map((caller) => [caller, 202])) as Record<Caller, number>;
const everyone = Object.fromEntries(callers.map((caller) => [caller, 200])) as Record<Caller, number>;

const goalWords = { title: "Ask one question more", why: "", nextStep: "", reviewOn: null };
const promptWords = {
  stage: "agree",
  theme: "partnership",
  kind: "core",
  depth: 1,
  minutes: 10,
  whoFirst: "either",
  text: "What makes an hour worth having for you?",
  followUps: ["When was the last one?"],
  lighter: "What is a good hour?",
  labels: [],
  purposes: [],
};
const newId = () => crypto.randomUUID();

/** Every door of the HTTP server. One that the server has and this table hasn't fails the test, and the other way round. */
export const apiDoors: Readonly<Record<string, ApiDoor>> = {
  "GET /api/me": { attempt: () => ({ path: "/api/me" }), statuses: everyoneKnown },
  "GET /api/home": { attempt: () => ({ path: "/api/home" }), statuses: everyoneKnown },
  "GET /api/pairs/:pairId/goals": {
    attempt: ({ pairId }) => ({ path: `/api/pairs/${pairId}/goals` }),
    statuses: pairOnly,
  },
  "POST /api/pairs/:pairId/goals": {
    attempt: ({ pairId }) => ({ path: `/api/pairs/${pairId}/goals`, body: { id: newId(), owner: null, ...goalWords } }),
    statuses: pairOnly,
  },
  "PATCH /api/goals/:goalId": {
    // A version nobody has seen: whoever may come in is told that it changed, whoever may not learns nothing.
    attempt: ({ goalId }) => ({ path: `/api/goals/${goalId}`, body: { ...goalWords, seenVersion: 0 } }),
    statuses: { ...pairOnly, Ana: 409, Ben: 409 },
  },
  "POST /api/goals/:goalId/state": {
    attempt: ({ goalId }) => ({ path: `/api/goals/${goalId}/state`, body: { state: "open" } }),
    statuses: pairOnly,
  },
  "GET /api/pairs/:pairId/journal": {
    attempt: ({ pairId }) => ({ path: `/api/pairs/${pairId}/journal` }),
    statuses: pairOnly,
  },
  "POST /api/pairs/:pairId/journal": {
    attempt: ({ pairId }) => ({
      path: `/api/pairs/${pairId}/journal`,
      body: { id: newId(), text: "A line.", audience: "only-me", sessionNumber: null },
    }),
    statuses: pairOnly,
  },
  "PATCH /api/journal/:entryId": {
    attempt: ({ privateEntryId }) => ({
      path: `/api/journal/${privateEntryId}`,
      body: { text: "Other words.", seenVersion: 0 },
    }),
    statuses: { ...authorOnly, Ana: 409 },
  },
  "DELETE /api/journal/:entryId": {
    attempt: ({ privateEntryId }) => ({ path: `/api/journal/${privateEntryId}` }),
    statuses: authorOnly,
  },
  "POST /api/pairs/:pairId/check-ins": {
    // One is booked already, which its members are told.
    attempt: ({ pairId }) => ({ path: `/api/pairs/${pairId}/check-ins`, body: {} }),
    statuses: { ...pairOnly, Ana: 409, Ben: 409 },
  },
  "POST /api/check-ins/:checkInId/booking": {
    attempt: ({ checkInId }) => ({
      path: `/api/check-ins/${checkInId}/booking`,
      body: { startsAt: "2030-01-07T10:00:00Z" },
    }),
    statuses: { ...pairOnly, Ana: 409, Ben: 409 },
  },
  "GET /api/check-ins/:checkInId": {
    attempt: ({ checkInId }) => ({ path: `/api/check-ins/${checkInId}` }),
    statuses: pairOnly,
  },
  // Over long ago: whoever may come in is told so, and nothing is called off.
  "POST /api/check-ins/:checkInId/cancellation": {
    attempt: ({ heldCheckInId }) => ({
      path: `/api/check-ins/${heldCheckInId}/cancellation`,
      body: { note: "Sorry." },
    }),
    statuses: { ...pairOnly, Ana: 409, Ben: 409 },
  },
  "POST /api/check-ins/:checkInId/length": {
    attempt: ({ checkInId }) => ({ path: `/api/check-ins/${checkInId}/length`, body: { minutes: 7 } }),
    statuses: { ...pairOnly, Ana: 400, Ben: 400 },
  },
  "POST /api/check-ins/:checkInId/answer": {
    attempt: ({ heldCheckInId }) => ({ path: `/api/check-ins/${heldCheckInId}/answer`, body: { met: true } }),
    statuses: pairOnly,
  },
  "GET /api/pairs/:pairId/check-ins/export": {
    attempt: ({ pairId }) => ({ path: `/api/pairs/${pairId}/check-ins/export` }),
    statuses: pairOnly,
  },
  "GET /api/calendar-connection": { attempt: () => ({ path: "/api/calendar-connection" }), statuses: everyoneKnown },
  "POST /api/calendar-connection": { attempt: () => ({ path: "/api/calendar-connection" }), statuses: everyoneKnown },
  "DELETE /api/calendar-connection": { attempt: () => ({ path: "/api/calendar-connection" }), statuses: everyoneKnown },
  "POST /api/sessions": {
    attempt: ({ checkInId }) => ({ path: "/api/sessions", body: { checkInId } }),
    statuses: pairOnly,
  },
  "GET /api/sessions/:sessionId": {
    attempt: ({ sessionId }) => ({ path: `/api/sessions/${sessionId}` }),
    statuses: pairOnly,
  },
  "POST /api/sessions/:sessionId/commands": {
    attempt: ({ sessionId }) => ({
      path: `/api/sessions/${sessionId}/commands`,
      body: { commandId: newId(), seenVersion: 0, type: "arrive" },
    }),
    statuses: pairOnly,
  },
  "GET /api/sessions/:sessionId/events": {
    attempt: ({ sessionId }) => ({ path: `/api/sessions/${sessionId}/events` }),
    statuses: pairOnly,
  },
  "GET /api/clock": { attempt: () => ({ path: "/api/clock" }), statuses: { ...everyoneKnown, "a stranger": 200 } },
  "POST /api/rooms": {
    attempt: ({ chatId }) => ({ path: "/api/rooms", body: { chatId } }),
    statuses: pairOnly,
  },
  "POST /api/rooms/link": {
    attempt: ({ chatId, pairId }) => ({ path: "/api/rooms/link", body: { chatId, pairId } }),
    statuses: pairOnly,
  },
  "GET /api/check-ins/:checkInId/words": {
    attempt: ({ checkInId }) => ({ path: `/api/check-ins/${checkInId}/words` }),
    statuses: pairOnly,
  },
  "POST /api/check-ins/:checkInId/words/:kind": {
    attempt: ({ checkInId }) => ({
      path: `/api/check-ins/${checkInId}/words/notes`,
      body: { text: "A line.", seenVersion: 0 },
    }),
    statuses: pairOnly,
  },
  "GET /api/check-ins/:checkInId/preparation": {
    attempt: ({ checkInId }) => ({ path: `/api/check-ins/${checkInId}/preparation` }),
    statuses: pairOnly,
  },
  "POST /api/check-ins/:checkInId/brought-prompt": {
    attempt: ({ checkInId, promptId }) => ({ path: `/api/check-ins/${checkInId}/brought-prompt`, body: { promptId } }),
    statuses: pairOnly,
  },
  "POST /api/pairs/:pairId/readiness": {
    attempt: ({ pairId }) => ({ path: `/api/pairs/${pairId}/readiness`, body: { depth: 1 } }),
    statuses: pairOnly,
  },
  "GET /api/check-ins/:checkInId/reflection": {
    attempt: ({ heldCheckInId }) => ({ path: `/api/check-ins/${heldCheckInId}/reflection` }),
    statuses: pairOnly,
  },
  "POST /api/check-ins/:checkInId/reflection": {
    attempt: ({ heldCheckInId }) => ({
      path: `/api/check-ins/${heldCheckInId}/reflection`,
      body: { feltHeard: "yes", roomToSpeak: null, isShared: false },
    }),
    statuses: pairOnly,
  },
  "POST /api/check-ins/:checkInId/draft": {
    attempt: ({ heldCheckInId }) => ({
      path: `/api/check-ins/${heldCheckInId}/draft`,
      body: { entryId: newId(), text: "A line.", notesVersion: 0 },
    }),
    statuses: pairOnly,
  },
  "GET /api/prompts": { attempt: () => ({ path: "/api/prompts" }), statuses: everyoneKnown },
  "POST /api/prompts/:promptId/favourite": {
    attempt: ({ promptId }) => ({ path: `/api/prompts/${promptId}/favourite`, body: { isFavourite: true } }),
    statuses: everyoneKnown,
  },
  "POST /api/prompts/muted": {
    attempt: () => ({ path: "/api/prompts/muted", body: { muted: ["endings"] } }),
    statuses: everyoneKnown,
  },
  "GET /api/library": { attempt: () => ({ path: "/api/library" }), statuses: coordinatorOnly },
  "POST /api/library/:ownPromptId": {
    attempt: () => ({ path: `/api/library/${newId()}`, body: { words: promptWords, seenVersion: 0 } }),
    statuses: coordinatorOnly,
  },
  "POST /api/library/:promptId/retirement": {
    attempt: ({ promptId }) => ({ path: `/api/library/${promptId}/retirement`, body: { isRetired: false } }),
    statuses: coordinatorOnly,
  },
  "GET /api/cohorts": { attempt: () => ({ path: "/api/cohorts" }), statuses: coordinatorOnly },
  "GET /api/cohorts/:cohortId": {
    attempt: ({ cohortId }) => ({ path: `/api/cohorts/${cohortId}` }),
    statuses: coordinatorOnly,
  },
  "GET /api/cohorts/:cohortId/quiet-pairs": {
    attempt: ({ cohortId }) => ({ path: `/api/cohorts/${cohortId}/quiet-pairs` }),
    statuses: coordinatorOnly,
  },
  "POST /api/cohorts/:cohortId/bookings": {
    // One waits for a yes already.
    attempt: ({ cohortId }) => ({ path: `/api/cohorts/${cohortId}/bookings` }),
    statuses: { ...coordinatorOnly, Elif: 409 },
  },
  "GET /api/cohorts/:cohortId/bookings/latest": {
    attempt: ({ cohortId }) => ({ path: `/api/cohorts/${cohortId}/bookings/latest` }),
    statuses: coordinatorOnly,
  },
  "GET /api/cohort-bookings/:cohortBookingId": {
    attempt: ({ cohortBookingId }) => ({ path: `/api/cohort-bookings/${cohortBookingId}` }),
    statuses: coordinatorOnly,
  },
  "POST /api/cohort-bookings/:cohortBookingId/pairs": {
    attempt: ({ cohortBookingId }) => ({ path: `/api/cohort-bookings/${cohortBookingId}/pairs`, body: {} }),
    statuses: coordinatorOnly,
  },
  "POST /api/cohort-bookings/:cohortBookingId/steer": {
    // It doesn't run, so there is nothing to pause.
    attempt: ({ cohortBookingId }) => ({
      path: `/api/cohort-bookings/${cohortBookingId}/steer`,
      body: { steer: "pause" },
    }),
    statuses: { ...coordinatorOnly, Elif: 409 },
  },
  // Microsoft's doors: nobody signs in, a notice counts only with the secret of its subscription, and nobody learns whether it did.
  "POST /api/outlook/notices": {
    attempt: ({ checkInId }) => ({
      path: "/api/outlook/notices",
      body: { value: [{ subscriptionId: checkInId, clientState: "guessed", resourceData: { id: "x" } }] },
    }),
    statuses: accepted,
  },
  "POST /api/outlook/lifecycle": {
    attempt: ({ checkInId }) => ({
      path: "/api/outlook/lifecycle",
      body: { value: [{ subscriptionId: checkInId, clientState: "guessed", lifecycleEvent: "subscriptionRemoved" }] },
    }),
    statuses: accepted,
  },
  // Where an administrator gave leave to all calendars, nobody consents.
  "GET /consent": { attempt: () => ({ path: "/consent" }), statuses: nothingHere },
  "GET /consent/done": { attempt: () => ({ path: "/consent/done" }), statuses: nothingHere },
  "GET /api/openapi.json": { attempt: () => ({ path: "/api/openapi.json" }), statuses: everyone },
  "GET /health/live": { attempt: () => ({ path: "/health/live" }), statuses: everyone },
  "GET /health/ready": { attempt: () => ({ path: "/health/ready" }), statuses: everyone },
  "GET /tab/index.html": { attempt: () => ({ path: "/tab/index.html" }), statuses: everyone },
  "GET /tab/panel.html": { attempt: () => ({ path: "/tab/panel.html" }), statuses: everyone },
  "GET /tab/*": { attempt: () => ({ path: "/tab/index.html" }), statuses: everyone },
  "GET /": { attempt: () => ({ path: "/tab/index.html" }), statuses: everyone },
  // People's tokens open nothing here: only the channel's do. The bot's own doors are tried below.
  "POST /api/messages": {
    attempt: () => ({
      path: "/api/messages",
      body: {
        type: "message",
        text: "hello",
        channelId: "msteams",
        serviceUrl: "https://smba.trafficmanager.net/teams/",
        conversation: { id: "a:1" },
        from: { id: "29:1" },
        recipient: { id: "28:1" },
      },
    }),
    statuses: Object.fromEntries(callers.map((caller) => [caller, 401])) as Record<Caller, number>,
  },
};

/** Who may be understood in the chat to want what, and a phrase for each: words that the answer must hold. */
export interface IntentDoor {
  readonly phrase: string;
  readonly hears: Readonly<Record<"Ana" | "Elif" | "a stranger", RegExp>>;
}

const unknownPerson = /doesn't know you yet/;
const noPair = /aren't in a pair|no pair/i;
const notCoordinator = /[Oo]nly coordinators|coordinators can/;

/** Every intent the bot understands. */
export const intentDoors: Readonly<Record<string, IntentDoor>> = {
  "book-next-check-in": {
    phrase: "book our next check-in",
    hears: { Ana: /Ben/, Elif: noPair, "a stranger": unknownPerson },
  },
  "see-next-check-in": {
    phrase: "when is our next check-in?",
    hears: { Ana: /Ben/, Elif: noPair, "a stranger": unknownPerson },
  },
  "move-check-in": {
    phrase: "move our check-in",
    hears: { Ana: /Ben|other|time/i, Elif: noPair, "a stranger": unknownPerson },
  },
  "cancel-check-in": {
    phrase: "cancel our check-in",
    hears: { Ana: /[Cc]ancel/, Elif: noPair, "a stranger": unknownPerson },
  },
  "change-length": {
    phrase: "make it 7 minutes",
    // What no check-in can last is said before whose it is.
    hears: { Ana: /15 to 180/, Elif: /15 to 180/, "a stranger": unknownPerson },
  },
  "we-met": { phrase: "we met", hears: { Ana: /\w/, Elif: noPair, "a stranger": unknownPerson } },
  "we-did-not-meet": { phrase: "we didn't meet", hears: { Ana: /\w/, Elif: noPair, "a stranger": unknownPerson } },
  "book-cohort": {
    phrase: "book the first check-ins for the spring cohort",
    hears: { Ana: notCoordinator, Elif: /check-in/i, "a stranger": unknownPerson },
  },
  "cohort-booking-progress": {
    phrase: "how far is the booking?",
    hears: { Ana: notCoordinator, Elif: /pair/i, "a stranger": unknownPerson },
  },
  "pause-cohort-booking": {
    phrase: "pause the booking",
    hears: { Ana: notCoordinator, Elif: /\w/, "a stranger": unknownPerson },
  },
  "resume-cohort-booking": {
    phrase: "resume the booking",
    hears: { Ana: notCoordinator, Elif: /\w/, "a stranger": unknownPerson },
  },
  "undo-cohort-booking": {
    phrase: "undo the booking",
    hears: { Ana: notCoordinator, Elif: /\w/, "a stranger": unknownPerson },
  },
  "see-who-opens": {
    phrase: "who opens next time?",
    hears: { Ana: /open/, Elif: noPair, "a stranger": unknownPerson },
  },
  "see-goals": { phrase: "show our goals", hears: { Ana: /Home/, Elif: /Home/, "a stranger": unknownPerson } },
  "write-journal": {
    phrase: "I want to write in my journal",
    hears: { Ana: /[Jj]ournal/, Elif: /[Jj]ournal/, "a stranger": unknownPerson },
  },
  "cohort-overview": {
    phrase: "how is the spring cohort?",
    hears: { Ana: notCoordinator, Elif: /Pairs formed: 14/, "a stranger": unknownPerson },
  },
  "quiet-pairs": {
    phrase: "which pairs are quiet?",
    hears: { Ana: notCoordinator, Elif: /Farah/, "a stranger": unknownPerson },
  },
  "see-privacy": {
    phrase: "who can see what I write?",
    hears: { Ana: /[Oo]nly/, Elif: /[Oo]nly/, "a stranger": unknownPerson },
  },
  help: { phrase: "help", hears: { Ana: /check-in/, Elif: /check-in|cohort/, "a stranger": unknownPerson } },
  hello: { phrase: "hello", hears: { Ana: /\w/, Elif: /\w/, "a stranger": unknownPerson } },
  thanks: { phrase: "thanks", hears: { Ana: /\w/, Elif: /\w/, "a stranger": unknownPerson } },
};
