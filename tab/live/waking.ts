const tick = 5_000;
const slept = 15_000;

/**
 * Calls `listener` when the page may have missed something: it is seen again, the network is back ("online"), or the machine slept, which
 * shows as a clock that jumped. @returns how to stop.
 */
export function onWake(listener: (why: "seen" | "online" | "slept") => void): () => void {
  const seen = () => {
    if (document.visibilityState === "visible") listener("seen");
  };
  const online = () => listener("online");
  let last = Date.now();
  const clock = setInterval(() => {
    const now = Date.now();
    if (now - last > slept) listener("slept");
    last = now;
  }, tick);
  document.addEventListener("visibilitychange", seen);
  addEventListener("online", online);
  return () => {
    clearInterval(clock);
    document.removeEventListener("visibilitychange", seen);
    removeEventListener("online", online);
  };
}
