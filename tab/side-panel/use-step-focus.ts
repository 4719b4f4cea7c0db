import { type RefObject, useEffect, useRef } from "react";

/**
 * Leads the keyboard's focus through the steps: to the title of a step that this panel itself led to; where somebody else did, it stays where
 * it is, and a focus that went with the former step goes to the button in the same place, or else to the title.
 *
 * @param step - names the step; `isOwn` whether this panel led to it.
 */
export function useStepFocus(panel: RefObject<HTMLElement | null>, step: string, isOwn: boolean): void {
  const before = useRef<{ readonly wasPrimary: boolean } | null>(null);
  useEffect(() => {
    const element = panel.current;
    const follow = ({ target }: FocusEvent) => {
      const isInside = target instanceof HTMLElement && element?.contains(target) === true;
      before.current = isInside ? { wasPrimary: "primary" in target.dataset } : null;
    };
    document.addEventListener("focusin", follow);
    return () => document.removeEventListener("focusin", follow);
  }, [panel]);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current === step) return;
    shown.current = step;
    panel.current?.scrollTo({ top: 0 });
    const had = before.current;
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (!had || !(isOwn || isLost)) return;
    const place = had.wasPrimary && !isOwn ? "[data-primary]" : "h1";
    const target = panel.current?.querySelector<HTMLElement>(place) ?? panel.current?.querySelector<HTMLElement>("h1");
    target?.focus({ preventScroll: true });
  }, [panel, step, isOwn]);
}
