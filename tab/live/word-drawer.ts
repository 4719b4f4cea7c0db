/** Where words that the server may not have lie on this device. */
export interface Drawer<Words> {
  readonly get: () => Words | null;
  /** `null` empties it. */
  readonly put: (words: Words | null) => void;
}

/** What lies on this device under a name, for as long as this tab is open. Where the browser keeps nothing, nothing does. */
export function drawerOf<Words>(
  name: string,
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> = sessionStorage,
): Drawer<Words> {
  const key = `counterpoint/words/${name}`;
  return {
    get: () => {
      try {
        const found = storage.getItem(key);
        return found === null ? null : (JSON.parse(found) as Words);
      } catch {
        return null;
      }
    },
    put: (words) => {
      try {
        if (words === null) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(words));
      } catch {
        // A browser that keeps nothing costs the reload alone: the words still stand in the field.
      }
    },
  };
}
