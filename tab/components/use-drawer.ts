import { useMemo, useState } from "react";
import { drawerOf } from "../live/word-drawer.ts";

/** Words that are typed and not kept yet, which lie on this device under a name so that a reload finds them; and the way to change them. */
export function useDrawer<Words>(name: string): readonly [Words | null, (words: Words | null) => void] {
  const drawer = useMemo(() => drawerOf<Words>(name), [name]);
  const [words, setWords] = useState(drawer.get);
  const put = (next: Words | null) => {
    drawer.put(next);
    setWords(next);
  };
  return [words, put];
}
