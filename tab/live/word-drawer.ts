import type { Drawer, Unsent } from "./word-keeper.ts";

/** What lies on this device under a name, for as long as this tab is open. Where the browser keeps nothing, it lies in memory. */
export function drawerOf(
  name: string,
  storage: Pick<Storage, "getItem" | "setItem" | "removeItem"> = sessionStorage,
): Drawer {
  const key = `counterpoint/words/${name}`;
  return {
    get: () => {
      try {
        const found = storage.getItem(key);
        return found === null ? null : (JSON.parse(found) as Unsent);
      } catch {
        return null;
      }
    },
    put: (unsent) => {
      try {
        if (unsent === null) storage.removeItem(key);
        else storage.setItem(key, JSON.stringify(unsent));
      } catch {
        // A browser that keeps nothing costs the reload alone: the words still stand in the field and go to the server.
      }
    },
  };
}
