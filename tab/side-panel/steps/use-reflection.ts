import { useCallback, useEffect, useState } from "react";
import type { ReflectionView } from "../../../shared/contract/session-words.ts";
import type { ReflectionAnswer } from "../../../shared/domain/reflection.ts";
import type { Problem } from "../../api-client.ts";
import { useApp } from "../../app-context.tsx";

/** One person's two taps, and whether they are shared. */
export interface Taps {
  readonly feltHeard: ReflectionAnswer | null;
  readonly roomToSpeak: ReflectionAnswer | null;
  readonly isShared: boolean;
}

/** My taps after this session and, once everybody shares theirs, everybody's. They are kept as they are tapped. */
export function useReflection(checkInId: string) {
  const { api } = useApp();
  const [view, setView] = useState<ReflectionView | null>(null);
  const [problem, setProblem] = useState<Problem | null>(null);
  const [tapped, setTapped] = useState<Taps | null>(null);
  const params = { checkInId };
  const take = useCallback((answer: Awaited<ReturnType<typeof api.call<"readReflection">>>) => {
    setProblem(answer.ok ? null : answer.problem);
    if (answer.ok) setView(answer.value);
  }, []);
  useEffect(() => {
    const look = () => void api.call("readReflection", { params: { checkInId } }).then(take);
    look();
    const timer = setInterval(look, lookEvery);
    return () => clearInterval(timer);
  }, [api, checkInId, take]);
  const tap = async (change: Partial<Taps>) => {
    const { feltHeard, roomToSpeak, isShared } = tapped ?? view?.mine ?? untouched;
    const body = { feltHeard, roomToSpeak, isShared, ...change };
    setTapped(body);
    take(await api.call("saveReflection", { params, body }));
    setTapped((now) => (now === body ? null : now));
  };
  return {
    mine: tapped ?? view?.mine ?? untouched,
    revealed: view?.revealed ?? [],
    isRead: view !== null,
    problem,
    tap,
  };
}

/** Whether the others have shared theirs meanwhile is looked at now and then, in milliseconds. */
const lookEvery = 10_000;
const untouched: Taps = { feltHeard: null, roomToSpeak: null, isShared: false };
