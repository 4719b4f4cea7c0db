import { useEffect, useRef, useState } from "react";

const duration = 250;
const ease = (part: number): number => 1 - (1 - part) ** 3;

/** A number that glides to `target` within a quarter of a second, and is there at once under reduced motion. */
export function useGlide(target: number): number {
  const [value, setValue] = useState(target);
  const current = useRef(target);
  useEffect(() => {
    const from = current.current;
    const show = (next: number) => {
      current.current = next;
      setValue(next);
    };
    if (from === target) return undefined;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return show(target);
    const start = performance.now();
    let frame = 0;
    const draw = (now: number) => {
      const part = Math.min(Math.max((now - start) / duration, 0), 1);
      show(from + (target - from) * ease(part));
      if (part < 1) frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [target]);
  return value;
}
