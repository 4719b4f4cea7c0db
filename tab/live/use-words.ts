import { createContext, useContext, useEffect, useMemo, useSyncExternalStore } from "react";
import type { WordsView } from "../../shared/contract/session-words.ts";
import { type SessionWordsKind, sessionWordsLimits } from "../../shared/domain/session-words.ts";
import type { Answer, ApiClient } from "../api-client.ts";
import { useApp } from "../app-context.tsx";
import { onWake } from "./waking.ts";
import { drawerOf } from "./word-drawer.ts";
import { keepWords, type WordKeeper, type Writing } from "./word-keeper.ts";

/** One person's words around one check-in: a keeper for each kind, there for as long as the panel is. */
export interface WordDesk {
  readonly of: (kind: SessionWordsKind) => WordKeeper;
}

export const WordDeskContext = createContext<WordDesk | null>(null);

/** The desk for this check-in. What is unsent goes out when the page is left, and again when it is back. */
export function useWordDesk(checkInId: string, person: string): WordDesk {
  const { api } = useApp();
  const keepers = useMemo(() => openDesk(api, checkInId, person), [api, checkInId, person]);
  useEffect(() => {
    const leave = () => keepers.all().forEach((one) => void one.flush(true));
    const hide = () => {
      if (document.visibilityState === "hidden") leave();
    };
    addEventListener("pagehide", leave);
    document.addEventListener("visibilitychange", hide);
    const sleepOn = onWake(() => keepers.all().forEach((one) => void one.look()));
    return () => {
      removeEventListener("pagehide", leave);
      document.removeEventListener("visibilitychange", hide);
      sleepOn();
    };
  }, [keepers]);
  return keepers;
}

/** What I write of one kind, and how it is kept. */
export function useWords(kind: SessionWordsKind): readonly [Writing, WordKeeper] {
  const desk = useContext(WordDeskContext);
  if (!desk) throw new Error("Words are written in a session.");
  const keeper = desk.of(kind);
  useEffect(() => void keeper.look(), [keeper]);
  return [useSyncExternalStore(keeper.onChange, keeper.writing), keeper];
}

function openDesk(api: ApiClient, checkInId: string, person: string): WordDesk & { all: () => readonly WordKeeper[] } {
  const keepers = new Map<SessionWordsKind, WordKeeper>();
  const open = (kind: SessionWordsKind) =>
    keepWords({
      limit: sessionWordsLimits[kind],
      drawer: drawerOf(`${person}/${checkInId}/${kind}`),
      read: () => readKind(api, checkInId, kind),
      save: (text, seenVersion, isLeaving) =>
        api.call("saveOwnWords", {
          params: { checkInId, kind },
          body: { text, seenVersion },
          outlivesPage: isLeaving,
        }),
    });
  return {
    all: () => [...keepers.values()],
    of: (kind) => {
      const keeper = keepers.get(kind) ?? open(kind);
      keepers.set(kind, keeper);
      return keeper;
    },
  };
}

async function readKind(api: ApiClient, checkInId: string, kind: SessionWordsKind): Promise<Answer<WordsView>> {
  const answer = await api.call("readOwnWords", { params: { checkInId } });
  if (!answer.ok) return answer;
  return { ok: true, value: answer.value.words.find((one) => one.kind === kind) ?? { kind, text: "", version: 0 } };
}
