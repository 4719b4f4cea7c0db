import { useEffect, useState } from "react";
import { useApp } from "./app-context.tsx";

/** How long to wait before Teams is asked again, in milliseconds. */
const askAgainAfter = 20_000;

/**
 * Whether Teams vouches for whoever looks. A guest in a meeting has no sign-in; a lost network is no answer and changes nothing.
 */
export function useSignIn(): "asking" | "signed-in" | "none" {
  const { host } = useApp();
  const [state, setState] = useState<"asking" | "signed-in" | "none">("asking");
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let isGone = false;
    const ask = async () => {
      const isSignedIn = await host.tokens.current().then(
        () => true,
        () => false,
      );
      if (isGone) return;
      if (isSignedIn) return setState("signed-in");
      if (navigator.onLine) setState("none");
      timer = setTimeout(() => void ask(), askAgainAfter);
    };
    void ask();
    return () => {
      isGone = true;
      clearTimeout(timer);
    };
  }, [host]);
  return state;
}
