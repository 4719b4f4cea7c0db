import type { WordsView } from "../../shared/contract/session-words.ts";
import type { Answer, Problem } from "../api-client.ts";
import { waitBefore } from "../live-session.ts";
import { isPassing } from "./command-line.ts";
import type { Drawer } from "./word-drawer.ts";

/** What a writing field shows. */
export interface Writing {
  readonly text: string;
  /** "kept" once the server has it, "unsent" while it lies on this device alone, "loading" before anything is known. */
  readonly state: "loading" | "kept" | "unsent";
  /** Whether words from another device were put above these. */
  readonly isJoined: boolean;
  /** Whether it is longer than can be kept. */
  readonly isTooLong: boolean;
  /** Why it can't be kept, where trying again won't help. */
  readonly problem: Problem | null;
}

/** Words that the server may not have yet, as this device remembers them through a reload. */
export interface Unsent {
  readonly text: string;
  /** What the server had when they were typed. */
  readonly base: string;
  readonly seenVersion: number;
  /** What was last sent without an answer, as it may have arrived. */
  readonly sent: string | null;
}

export interface WordKeeperParts {
  readonly read: () => Promise<Answer<WordsView>>;
  readonly save: (text: string, seenVersion: number, isLeaving: boolean) => Promise<Answer<WordsView>>;
  readonly drawer: Drawer<Unsent>;
  /** In characters. */
  readonly limit: number;
  readonly random?: () => number;
}

/** How long after the last key words are sent, in milliseconds. */
export const restAfterKey = 600;

export interface WordKeeper {
  readonly writing: () => Writing;
  /** Calls `listener` after every change until the returned function is called. */
  readonly onChange: (listener: () => void) => () => void;
  readonly type: (text: string) => void;
  /** Looks whether another device has kept something else meanwhile, and sends what is unsent. */
  readonly look: () => Promise<void>;
  /** Sends what is unsent now. @returns whether the server has it all. */
  readonly flush: (isLeaving?: boolean) => Promise<boolean>;
  readonly stop: () => void;
}

/**
 * Keeps what one person types in one field: on this device with every key, on the server shortly after the last. Nothing typed is lost; where
 * another device has kept other words meanwhile, both stand, the newest below.
 */
export function keepWords({ read, save, drawer, limit, random = Math.random }: WordKeeperParts): WordKeeper {
  const found = drawer.get();
  let text = found?.text ?? "";
  let server = { text: found?.base ?? "", version: found?.seenVersion ?? 0 };
  let sent = found?.sent ?? null;
  let isLoaded = false;
  let isJoined = false;
  let problem: Problem | null = null;
  let failures = 0;
  let isStopped = false;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<boolean> | null = null;
  let shown: Writing | null = null;
  const listeners = new Set<() => void>();

  const changed = () => {
    shown = null;
    const isKept = isLoaded && text === server.text;
    const isEmpty = text === "" && server.text === "";
    drawer.put(isKept || isEmpty ? null : { text, base: server.text, seenVersion: server.version, sent });
    for (const listener of listeners) listener();
  };
  const later = (wait: number) => {
    clearTimeout(timer);
    if (!isStopped) timer = setTimeout(() => void flush(), wait);
  };

  const adopt = (theirs: WordsView) => {
    const isMine = theirs.text === server.text || theirs.text === sent;
    if (text === server.text) text = theirs.text;
    else if (!isMine) {
      const both = joined(theirs.text, text);
      isJoined ||= both !== text;
      text = both;
    }
    server = { text: theirs.text, version: theirs.version };
    isLoaded = true;
    changed();
  };

  const look = async (): Promise<boolean> => {
    const answer = await read();
    if (isStopped) return false;
    if (answer.ok) adopt(answer.value);
    else if (isPassing(answer.problem)) retry();
    else fail(answer.problem);
    return answer.ok;
  };
  const retry = () => {
    later(waitBefore(failures, random()));
    failures += 1;
  };
  const fail = (reason: Problem) => {
    problem = reason;
    changed();
  };

  const sendOnce = async (isLeaving: boolean): Promise<"again" | "stuck"> => {
    sent = text;
    changed();
    const answer = await save(text, server.version, isLeaving);
    if (isStopped) return "stuck";
    if (answer.ok) {
      server = { text: sent, version: answer.value.version };
      sent = null;
      failures = 0;
      problem = null;
      changed();
      return "again";
    }
    if (answer.problem.refusal === "words-changed-meanwhile") return (await look()) ? "again" : "stuck";
    if (isPassing(answer.problem)) retry();
    else fail(answer.problem);
    return "stuck";
  };
  const sendAll = async (isLeaving: boolean): Promise<boolean> => {
    if (!isLoaded && !(await look())) return false;
    while (text !== server.text && text.length <= limit) if ((await sendOnce(isLeaving)) === "stuck") return false;
    return text === server.text;
  };
  const flush = (isLeaving = false): Promise<boolean> => {
    clearTimeout(timer);
    sending ??= sendAll(isLeaving).finally(() => {
      sending = null;
    });
    return sending;
  };

  return {
    writing: () => {
      const state = !isLoaded && text === "" ? "loading" : text === server.text && isLoaded ? "kept" : "unsent";
      shown ??= { text, state, isJoined, isTooLong: text.length > limit, problem };
      return shown;
    },
    onChange: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    type: (words) => {
      text = words;
      problem = null;
      changed();
      later(restAfterKey);
    },
    look: async () => {
      if (sending) return;
      if ((await look()) && text !== server.text) later(0);
    },
    flush,
    stop: () => {
      isStopped = true;
      clearTimeout(timer);
    },
  };
}

/** Both texts, the newest below; where one holds the other already, that one alone. */
export function joined(theirs: string, mine: string): string {
  if (mine.includes(theirs)) return mine;
  return theirs.includes(mine) ? theirs : `${theirs}\n\n${mine}`;
}
