import type { SessionView } from "../../shared/contract/sessions.ts";
import type { Answer, CallInput, Problem } from "../api-client.ts";
import { waitBefore } from "../live-session.ts";

/** A command as it goes to the server: under one id, however often it is sent. */
export type Command = CallInput<"actInSession">["body"];

/** What a person asks for; id and version are added when it is given. */
export type Wish = Pick<Command, "type" | "promptId" | "part" | "who">;

/** Commands that are not answered yet, and whether the last attempt to send one was lost. */
export interface Waiting {
  readonly commands: readonly Command[];
  readonly isLost: boolean;
}

export interface CommandLineParts {
  readonly send: (command: Command) => Promise<Answer<SessionView>>;
  /** Called once for each command, with its answer. */
  readonly onAnswer: (command: Command, answer: Answer<SessionView>) => void;
  readonly onWaiting: (waiting: Waiting) => void;
  readonly newId?: () => string;
  /** Between 0 and 1, spreads the attempts. */
  readonly random?: () => number;
}

/** How long an attempt may take before it counts as lost, in milliseconds. */
export const attemptPatience = 10_000;

/** Commands of one person within a step: they don't end it, so giving one never stands in the way of another. */
const withinStep: ReadonlySet<Command["type"]> = new Set([
  "arrive",
  "say-who",
  "ready",
  "not-ready",
  "share-carry-over",
  "keep-carry-over",
  "stage",
  "unstage",
]);

export interface CommandLine {
  /** Gives a command. One that would end the step while another is still on its way to do so is not given. */
  readonly give: (wish: Wish, seenVersion: number) => void;
  /** Tries again at once what waits for its next attempt. */
  readonly wake: () => void;
  readonly stop: () => void;
}

/** Sends commands one after the other, each under its one id until the server has answered it. */
export function openCommandLine(parts: CommandLineParts): CommandLine {
  const queue: Command[] = [];
  let isStopped = false;
  let isSending = false;
  let endPause = () => {};

  const tell = (isLost: boolean) => parts.onWaiting({ commands: [...queue], isLost });

  const attempt = async (command: Command, failures: number): Promise<Answer<SessionView>> => {
    const answer = await inTime(parts.send(command));
    if (isStopped || answer.ok || !isPassing(answer.problem)) return answer;
    tell(true);
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, waitBefore(failures, (parts.random ?? Math.random)()));
      endPause = () => {
        clearTimeout(timer);
        resolve();
      };
    });
    return isStopped ? answer : attempt(command, failures + 1);
  };

  const run = async () => {
    isSending = true;
    for (let command = queue[0]; command && !isStopped; command = queue[0]) {
      const answer = await attempt(command, 0);
      if (isStopped) break;
      queue.shift();
      tell(false);
      parts.onAnswer(command, answer);
    }
    isSending = false;
  };

  return {
    give: (wish, seenVersion) => {
      if (isStopped || queue.some((waiting) => standsInTheWay(waiting, wish))) return;
      queue.push({ ...wish, commandId: (parts.newId ?? (() => crypto.randomUUID()))(), seenVersion });
      tell(false);
      if (!isSending) void run();
    },
    wake: () => endPause(),
    stop: () => {
      isStopped = true;
      endPause();
    },
  };
}

/** Whether a command on its way changes the step; the panel lets nothing else end that step meanwhile. */
export const endsStep = ({ type }: Pick<Command, "type">): boolean => !withinStep.has(type);

const standsInTheWay = (waiting: Command, wish: Wish): boolean =>
  endsStep(wish) ? endsStep(waiting) : waiting.type === wish.type && waiting.who === wish.who;

/** Whether trying again may bring an answer: nobody was reached, or something between answered in the server's place. */
export const isPassing = ({ refusal, sentence }: Problem): boolean =>
  refusal === "offline" || refusal === "unavailable" || (refusal === "went-wrong" && sentence === null);

const lost: Answer<never> = { ok: false, problem: { refusal: "offline", sentence: null } };

/** The answer, or "offline" where none comes in time: a laptop that slept leaves requests that never end. */
function inTime(answer: Promise<Answer<SessionView>>): Promise<Answer<SessionView>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<Answer<SessionView>>((resolve) => {
    timer = setTimeout(() => resolve(lost), attemptPatience);
  });
  return Promise.race([answer, late]).finally(() => clearTimeout(timer));
}
