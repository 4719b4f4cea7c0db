import { expect, it } from "vitest";
import { drawerOf } from "./word-drawer.ts";

const unsent = { text: "Ask", base: "", seenVersion: 0, sent: null };

/** A browser's storage. */
function storage() {
  const items = new Map<string, string>();
  return {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
    removeItem: (key: string) => void items.delete(key),
  };
}

it("gives back what lies under a name, and nothing of another's", () => {
  const at = storage();
  drawerOf("ana/c/notes", at).put(unsent);
  expect(drawerOf("ana/c/notes", at).get()).toEqual(unsent);
  expect(drawerOf("ben/c/notes", at).get()).toBeNull();
  drawerOf("ana/c/notes", at).put(null);
  expect(drawerOf("ana/c/notes", at).get()).toBeNull();
});

it("is empty where the browser keeps nothing", () => {
  const refuse = () => {
    throw new Error("Storage is off.");
  };
  const drawer = drawerOf("ana/c/notes", { getItem: refuse, setItem: refuse, removeItem: refuse });
  drawer.put(unsent);
  expect(drawer.get()).toBeNull();
});
