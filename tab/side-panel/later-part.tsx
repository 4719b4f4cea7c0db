import { type ComponentType, lazy, type ReactNode, Suspense, useState } from "react";

/** A part of the panel that is left out of its first load. */
export interface LaterPart<Props> {
  readonly Part: (props: Props) => ReactNode;
  /** Fetches it while nobody waits for it. */
  readonly fetchAhead: () => Promise<unknown>;
}

/** Has a part loaded when it is first drawn, or before; once it is there it is drawn at once, without an empty moment. */
export function laterPart<Props extends object>(load: () => Promise<ComponentType<Props>>): LaterPart<Props> {
  let found: ComponentType<Props> | null = null;
  const fetchAhead = async () => {
    found ??= await load();
    return found;
  };
  const Fetched = lazy(async () => ({ default: await fetchAhead() }));
  const Part = (props: Props) => {
    const [Ready] = useState<ComponentType<Props> | null>(() => found);
    return Ready ? (
      <Ready {...props} />
    ) : (
      <Suspense>
        <Fetched {...props} />
      </Suspense>
    );
  };
  return { Part, fetchAhead };
}
