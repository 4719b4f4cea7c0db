import type { ReflectionAnswer } from "../../../domain/reflection.ts";
import type { SessionPhase } from "../../../domain/session/session.ts";
import { themes } from "./prompts-named.ts";
import { and, asSentence, belongingTo, inWords } from "./words.ts";

const answers: Readonly<Record<ReflectionAnswer, string>> = { yes: "Yes", partly: "Partly", "not-today": "Not today" };

/** "both" for a pair, "all" for three. */
const both = (everyone: number) => (everyone > 2 ? "all" : "both");

/** Where a session is, for whoever looks in from outside the panel. */
const now: Readonly<Record<SessionPhase, string>> = {
  arrive: "Arriving.",
  since: "Looking back at last time.",
  choose: "Choosing a prompt.",
  "who-first": "Choosing who shares first.",
  turn: "On a prompt.",
  "follow-up": "On a prompt: one question.",
  exercise: "On the exercise.",
  appreciate: "Appreciations.",
  learn: "What each learned today.",
  book: "Booking the next one.",
  over: "The session is over.",
};

/** What stands large on the stage where there is no prompt. Everyone reads the same. */
const stageTitles: Readonly<Record<Exclude<SessionPhase, "turn" | "follow-up" | "exercise">, string>> = {
  arrive: "Welcome. Take a breath before you begin.",
  since: "What came of last time?",
  choose: "Which prompt shall it be?",
  "who-first": "A quiet moment, each in your own panel",
  appreciate: "What helped you today?",
  learn: "What did each of us learn today?",
  book: "When do we meet next?",
  over: "Thank you",
};

/** Words of a meeting's tab and stage, and of what one prepares before a check-in and says after it. Times come in already told. */
export const meeting = {
  themes,
  session: (number: number) => `Session ${inWords(number)}`,
  prepareTitle: "Prepare",
  reflectTitle: "Reflect",
  tabTitle: "Counterpoint in this meeting",
  backHome: "Home",
  kept: "Kept.",
  notKeptYet: "Not kept yet. It stays here and is sent by itself.",
  keptBoth: "Words from your other device stand above these.",
  tooLong: "This is longer than can be kept. Shorten it a little.",

  withAt: (day: string, time: string, partners: readonly string[]) => `${day} at ${time}, with ${and(partners)}`,
  sessionWith: (number: number, partners: readonly string[]) => `Session ${inWords(number)}, with ${and(partners)}`,
  timeFor: (time: string, name: string) => `${time} for ${name}`,
  dayAndTimeFor: (day: string, time: string, name: string) => `${day}, ${time} for ${name}`,
  minutes: (minutes: number) => `${minutes} minutes`,
  details: (parts: readonly string[]) => asSentence(parts.join(" · ")),
  opens: (name: string) => `${name} opens this time.`,
  join: "Join",
  panelHint: "In the meeting, choose Counterpoint at the top. The panel opens on this session.",
  agreedTitle: "What we agreed",
  nothingAgreed:
    "You haven’t written your agreement yet. Agreeing what stays between you is a good first conversation.",

  prepareLead: "Two minutes are enough. Nothing here is a must.",
  carryOver: (number: number) => (number > 1 ? "What came of last time?" : "What would you like to begin with?"),
  carryOverHint: (number: number) =>
    number > 1 ? "Something you tried, noticed or left open" : "Something you hope for, or wonder about",
  carryOverReach: (partners: readonly string[]) =>
    `Only you. In the session you choose whether to share it with ${and(partners)}.`,
  bring: "A prompt to bring",
  bringLead: (everyone: number) => `It comes first when prompts are offered, if it suits you ${both(everyone)}.`,
  bringReach: (partners: readonly string[]) =>
    `${and(["You", ...partners])}, once it is offered in the session. It says that you brought it.`,
  bringNone: "None this time",
  bringAnother: "Read all the prompts",
  favourites: "Your favourites",
  suggestions: "For this session",
  themeAndMinutes: (theme: string, minutes: number) => `${theme} · ${minutes} min`,
  ready: (depth: number) =>
    depth > 3 ? "Have you looked back together, and are you ready for more?" : "Are you ready for deeper prompts?",
  readyLead: (depth: number) =>
    depth > 3
      ? "The deepest prompts are about the people in this conversation, as it is now. They come after your mid review, a quarter of an hour in which you look back together:"
      : "They ask what something meant to you, or what went wrong.",
  midReview: [
    "What has each of us learned so far?",
    "What do we do differently since?",
    "Does our agreement still fit?",
    "What do we want from the sessions to come?",
  ],
  readyYes: (depth: number) => (depth > 3 ? "Yes, we looked back and I’m ready" : "Yes, I’m ready"),
  readyNo: "Not yet",
  readyReach: (partners: readonly string[]) =>
    `Only you. Deeper prompts come once ${and(["you", ...partners])} have ${both(partners.length + 1)} said yes. Who hasn’t is never shown, though you may work it out.`,

  going: (number: number) => `Session ${inWords(number)} is going on`,
  goingHint: "Choose Counterpoint at the top of the meeting. The panel shows you where you are.",
  now,
  turnNow: (name: string) => `${belongingTo(name)} turn.`,
  cancelledTitle: "This check-in was called off",
  cancelled: "Nothing needs doing here. On Home you can find another time together.",
  openHome: "Open Home",

  reflectLead: "Two questions, one tap each. Leave open what you like.",
  feltHeard: "Did you feel heard?",
  roomToSpeak: "Was there room for you to speak?",
  answers,
  share: "Who can read your answers",
  onlyYou: "Only you",
  shareToo: (partners: readonly string[]) => `Share once ${and(partners)} ${partners.length > 1 ? "do" : "does"} too`,
  shareHint: (everyone: number) => `Then you ${both(everyone)} see each other’s, at the same moment.`,
  keptPrivate: "Kept. Only you can read it.",
  keptShared: (partners: readonly string[]) =>
    `Kept. It is shown once ${and(partners)} ${partners.length > 1 ? "share theirs" : "shares too"}.`,
  revealed: "What you told each other",
  felt: "Felt heard",
  room: "Room to speak",
  leftOpen: "Left open",

  draftTitle: (number: number) => `From session ${inWords(number)}: your notes`,
  draftLabel: "Your entry",
  draftReach: "Only you. Sharing it later is up to you.",
  draftKeep: "Keep in my journal",
  draftKept: "Kept in your journal. Only you can read it.",
  draftEmpty: "Write at least a word.",
  draftNone: "There are no notes from this session. A line is welcome on any day.",
  openJournal: "Open my journal",

  holdTitle: "Hold your check-in here",
  holdWhich: "Which check-in is this?",
  holdLead: (partners: readonly string[]) => `For you and ${and(partners)}: the panel then opens on the same session.`,
  holdLeadMany: "The panel then opens on the same session for everyone in that pair.",
  holdBooked: (number: number, day: string, time: string) =>
    `Session ${inWords(number)}, booked for ${day} at ${time}. It is held here instead.`,
  holdNew: (number: number) => `Session ${inWords(number)}, without a booking.`,
  hold: "Hold it here",
  holdWith: (partners: readonly string[]) => `Hold it with ${and(partners)}`,
  holdReach: "Nobody else in this meeting is shown anything of it.",
  nothingTitle: "Nothing here needs you",
  nothing: "Counterpoint stays quiet in this meeting. If you take part in a programme, what is yours is in the app.",

  stageTitle: "Counterpoint on the stage",
  stageEmptyTitle: "Nothing is on the stage just now",
  stageEmpty: "Your session goes on in the side panel.",
  stageNothing: "The meeting goes on as it is.",
  stageTitles,
  stageTurn: (name: string) => `${belongingTo(name)} turn`,
  stageAsks: (name: string) => `${name} asks`,
  stageStep: (step: number, steps: number) => `Step ${step} of ${steps}`,
  stageWho: { together: "Together", "in-turn": "Each in turn" },
  stageDrive: "Go on from here",
  ask: "Now a question",
  changeOver: "Change over",
  thatWasAll: (everyone: number) => (everyone > 2 ? "That’s all three of us" : "That’s both of us"),
  nextStep: "Next step",
  stepBack: "Step back",
  unstage: "Take it off the stage",
};
