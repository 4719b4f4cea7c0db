import { useEffect, useState } from "react";
import type { SessionView } from "../../shared/contract/sessions.ts";
import { useApp } from "../app-context.tsx";
import { onWake } from "../live/waking.ts";
import { clockTimes, measureOffset, turnPart } from "./server-clock.ts";

/** In how many steps the ring fills where motion is not wanted. */
const plainSteps = 12;
const second = 1000;

/**
 * How much of the turn has passed by the server's clock, from 0 to 1, looked at once a second; `null` while it isn't wanted, there is no turn, or
 * no clock yet.
 */
export function useTurnPart(
  { turnSince, turnSeconds }: Pick<SessionView, "turnSince" | "turnSeconds">,
  isWanted: boolean,
): number | null {
  const isTimed = isWanted && turnSince !== null;
  const offset = useServerOffset(isWanted);
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    if (!isTimed) return undefined;
    const look = () => setNow(Date.now());
    look();
    const timer = setInterval(look, second);
    return () => clearInterval(timer);
  }, [isTimed]);
  if (!isWanted || turnSince === null || turnSeconds === null || offset === null) return null;
  const part = turnPart(Date.parse(turnSince), turnSeconds, now + offset);
  const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
  return isStill ? Math.floor(part * plainSteps) / plainSteps : part;
}

/** How far the server's clock is ahead, in milliseconds: measured at first, every ten minutes, and after sleep. */
function useServerOffset(isWanted: boolean): number | null {
  const { api } = useApp();
  const [offset, setOffset] = useState<number | null>(null);
  useEffect(() => {
    if (!isWanted) return undefined;
    let isGone = false;
    const ask = () => api.call("readClock").then((answer) => (answer.ok ? answer.value.now : null));
    const measure = () =>
      void measureOffset(ask).then((found) => {
        if (!isGone && found !== null) setOffset(found);
      });
    measure();
    const timer = setInterval(measure, clockTimes.again);
    const sleepOn = onWake((why) => {
      if (why !== "seen") measure();
    });
    return () => {
      isGone = true;
      clearInterval(timer);
      sleepOn();
    };
  }, [api, isWanted]);
  return offset;
}
