import { type RefObject, useEffect, useRef } from "react";

/**
 * Keeps the keyboard's focus from getting lost. When `key` changes and what had the focus inside `container` went with the change, the
 * first element that matches `fallback` takes it. It is never taken from anything that is still there, nor given where nothing had it.
 *
 * @param fallback - a selector of something with tabIndex -1, usually the heading of what is new.
 */
export function useKeptFocus(container: RefObject<HTMLElement | null>, key: string, fallback: string): void {
  const hadFocus = useRef(false);
  useEffect(() => {
    const element = container.current;
    const follow = ({ target }: FocusEvent) => {
      hadFocus.current = target instanceof Node && element?.contains(target) === true;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [container]);
  const shown = useRef(key);
  useEffect(() => {
    if (shown.current === key) return;
    shown.current = key;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (isLost && hadFocus.current)
      container.current?.querySelector<HTMLElement>(fallback)?.focus({ preventScroll: true });
  }, [container, key, fallback]);
}
