import { useCallback, useState } from "react";

const key = "counterpoint/turn-ring";

/** Whether this device shows the ring; it is asked for, and kept on the device alone. */
export function useRing(): readonly [isShown: boolean, toggle: () => void] {
  const [isShown, setShown] = useState(read);
  const toggle = useCallback(() => {
    setShown((before) => {
      write(!before);
      return !before;
    });
  }, []);
  return [isShown, toggle];
}

function read(): boolean {
  try {
    return localStorage.getItem(key) === "shown";
  } catch {
    return false;
  }
}

function write(isShown: boolean): void {
  try {
    localStorage.setItem(key, isShown ? "shown" : "hidden");
  } catch {
    // A browser that keeps nothing forgets the choice with the page.
  }
}
