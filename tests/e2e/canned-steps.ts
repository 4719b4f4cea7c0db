import { panelLayersMessages } from "../../shared/content/panel-layers-messages.ts";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import type { WordsView } from "../../shared/contract/session-words.ts";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { partOf, parts } from "../../shared/domain/session/session.ts";
import { ana, ben, later } from "../../tab/side-panel/testing/views.ts";
import { asking, choosing, doing, longestExercises, longestPrompts, speaking } from "./canned-prompts.ts";
import type { Canned } from "./canned-server.ts";
import { begun, homeWith, slotAt, untouched, wanted } from "./canned-session.ts";

/** A step, or a layer below one, as Ana's panel may show it. */
export interface CannedStep {
  readonly name: string;
  readonly canned: Partial<Canned> & Pick<Canned, "session">;
  /** What is pressed to see it: a button's or a choice's name. */
  readonly press?: string | RegExp;
  /** Words that stand there once it is shown. */
  readonly shows: string | RegExp;
}

const say = panelMessages("en");
const layers = panelLayersMessages("en");

const [longest, second] = longestPrompts;
const [exercise] = longestExercises;
if (!longest || !second || !exercise) throw new Error("The library is empty.");
const step = exercise.steps.reduce(
  (at, { text }, now) => (text.length > (exercise.steps[at]?.text.length ?? 0) ? now : at),
  0,
);

const own = (kind: WordsView["kind"], text: string): Pick<Canned, "words"> => ({ words: [{ kind, text, version: 1 }] });
const said = { [ana.id]: "You let the silence run.", [ben.id]: "You asked one question and stopped." };
const saidByBoth = Object.entries(said).map(([author, text]) => ({ author, text }));
const at = (phase: SessionView["phase"], change: Partial<SessionView> = {}): SessionView =>
  later(begun, { phase, been: parts.slice(0, parts.indexOf(partOf(phase) ?? "book") + 1), ...change });
const staged = { staging: "offered" } as const;

const turn = { session: speaking(longest, staged) };
const question = { session: asking(longest, staged) };
const together = { session: doing(exercise, step, staged) };

/** Before the prompts, and the choice of them. */
const beginning: readonly CannedStep[] = [
  { name: "arrive-alone", canned: { session: { ...begun, arrived: [ana.id] } }, shows: say.notHereYet("Ben") },
  { name: "arrive", canned: { session: begun }, shows: say.isHere("Ben") },
  {
    name: "arrive-nothing-agreed",
    canned: { session: { ...begun, agreementLines: [] } },
    shows: say.nothingAgreed,
  },
  { name: "since", canned: { session: at("since") }, shows: say.sinceTitle },
  {
    name: "since-uneven",
    canned: { session: at("since", { wasUneven: true }), ...own("carry-over", "I waited, twice.") },
    shows: say.share(["Ben"]),
  },
  { name: "choose", canned: { session: choosing([longest, second]) }, shows: longest.text },
  {
    name: "choose-chosen",
    canned: { session: choosing([longest, second], { hasLeft: true }, ben.id) },
    press: longest.text,
    shows: say.swapOne,
  },
  { name: "choose-nothing", canned: { session: choosing([]) }, shows: say.noPrompts },
  { name: "who-first", canned: { session: at("who-first", { prompt: turn.session.prompt }) }, shows: say.whoReaders },
  {
    name: "who-first-said",
    canned: { session: at("who-first", { prompt: turn.session.prompt, ready: [ana.id] }) },
    shows: say.answerKept,
  },
];

/** Turns, questions and the exercise, and the layers below them. */
const middle: readonly CannedStep[] = [
  { name: "turn", canned: turn, shows: say.stage },
  {
    name: "turn-ring",
    canned: { session: speaking(longest, { turnSince: "2026-03-01T10:00:00Z" }) },
    press: say.ring,
    shows: say.timeYouNeed,
  },
  {
    name: "turn-shares-first",
    canned: { session: speaking(longest, { first: ben.id }) },
    shows: say.sharesFirst("Ben"),
  },
  {
    name: "turn-lighter",
    canned: { session: speaking(longest, { ...staged, isLight: true }) },
    shows: longest.lighter,
  },
  { name: "question", canned: question, shows: say.stage },
  { name: "exercise", canned: together, shows: say.stage },
  { name: "exercise-none", canned: { session: at("exercise") }, shows: say.noExercise },
  { name: "layer-swap", canned: turn, press: say.swapOrLeave, shows: layers.moveOn },
  { name: "layer-agreement", canned: turn, press: say.agreement, shows: begun.agreementLines[0] ?? "" },
  {
    name: "layer-notes",
    canned: { ...turn, ...own("notes", "Three names, all near one desk.") },
    press: say.notes,
    shows: layers.notesReaders,
  },
  { name: "layer-parts", canned: turn, press: new RegExp(say.partsTitle), shows: layers.endHere },
  { name: "layer-questions", canned: question, press: say.questions, shows: longest.followUps[0] ?? "" },
  { name: "layer-exercise", canned: together, press: say.swapExercise, shows: layers.skipExercise },
];

const slots = [
  slotAt(0),
  slotAt(1, { person: ana.id, side: "after", lastBorneBy: ben.id }),
  slotAt(2, { person: ben.id, side: "before", lastBorneBy: ben.id }),
];
const answers = { feltHeard: "yes", roomToSpeak: "partly" } as const;

/** What is written apart, the next check-in and the end. */
const end: readonly CannedStep[] = [
  {
    name: "appreciate",
    canned: { session: at("appreciate"), ...own("appreciation", said["ana"] ?? "") },
    shows: say.finished,
  },
  {
    name: "appreciate-finished",
    canned: { session: at("appreciate", { ready: [ana.id] }), ...own("appreciation", said["ana"] ?? "") },
    shows: said["ana"] ?? "",
  },
  {
    name: "appreciate-together",
    canned: { session: at("appreciate", { ready: [ana.id, ben.id], appreciations: saidByBoth }) },
    shows: said["ben"] ?? "",
  },
  { name: "learn", canned: { session: at("learn", { ready: [ben.id] }), words: [] }, shows: say.finishedWithout },
  {
    name: "learn-together",
    canned: { session: at("learn", { ready: [ana.id, ben.id] }) },
    shows: say.learnTogether(false),
  },
  { name: "book", canned: { session: at("book"), home: homeWith(null) }, shows: /This booking falls to Ben/ },
  {
    name: "book-times",
    canned: { session: at("book"), home: homeWith({ ...wanted, offered: slots }) },
    shows: /Only Ben can choose it/,
  },
  {
    name: "book-receipt",
    canned: { session: at("book"), home: homeWith({ ...wanted, status: "booked", slot: slotAt(0) }) },
    shows: /both calendars/,
  },
  { name: "over", canned: { session: at("over"), reflection: untouched }, shows: "Did you feel heard?" },
  {
    name: "over-revealed",
    canned: {
      session: at("over"),
      reflection: {
        ...untouched,
        mine: { ...answers, isShared: true },
        revealed: [ana, ben].map(({ id }) => ({ author: id, ...answers })),
      },
    },
    shows: "Shared by everyone",
  },
];

/** Every step of the panel and every layer below it, with the longest of the library where the library is shown. */
export const cannedSteps: readonly CannedStep[] = [...beginning, ...middle, ...end];
