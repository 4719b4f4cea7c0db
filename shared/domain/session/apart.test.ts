import { describe, expect, it } from "vitest";
import { after, afterOne, ana, appreciating, ben, chidi, goTo, refusalOf, speaking } from "./session-fixture.ts";

const ready = { type: "ready" } as const;
const notReady = { type: "not-ready" } as const;

describe("what is written apart", () => {
  it("[SESSION-17] is revealed once everybody has finished, and not before", () => {
    const one = after(appreciating(), ready);
    expect(one).toMatchObject({ ready: [ana], revealed: [] });
    expect(after(one, ready)).toBe(one);
    expect(afterOne(one, ready, ben)).toMatchObject({ ready: [ana, ben], revealed: ["appreciation"] });
  });

  it("[SESSION-17] waits for all three of a trio", () => {
    const two = afterOne(after(appreciating([ana, ben, chidi]), ready), ready, ben);
    expect(two.revealed).toEqual([]);
    expect(afterOne(two, ready, chidi).revealed).toEqual(["appreciation"]);
  });

  it("[SESSION-17] lets anybody write on until then, and nobody afterwards", () => {
    const one = after(appreciating(), ready);
    expect(after(one, notReady).ready).toEqual([]);
    expect(afterOne(one, notReady, ben)).toBe(one);
    const revealed = afterOne(one, ready, ben);
    expect([refusalOf(revealed, notReady), refusalOf(revealed, ready)]).toEqual([
      "not-at-this-point",
      "not-at-this-point",
    ]);
  });

  it("[SESSION-17] begins anew for what was learned, and stays revealed when the pair comes back", () => {
    const revealed = afterOne(after(appreciating(), ready), ready, ben);
    const learning = after(revealed, goTo("learn"));
    expect(learning).toMatchObject({ ready: [], revealed: ["appreciation"] });
    expect(after(learning, ready).revealed).toEqual(["appreciation"]);
    expect(refusalOf(after(learning, goTo("appreciate")), ready)).toBe("not-at-this-point");
  });

  it("[SESSION-17] forgets who had finished when the pair goes elsewhere before", () => {
    expect(after(appreciating(), ready, goTo("learn"), goTo("appreciate")).ready).toEqual([]);
  });

  it("[SESSION-2] is finished nowhere else", () => {
    expect([refusalOf(speaking(), ready), refusalOf(speaking(), notReady)]).toEqual([
      "not-at-this-point",
      "not-at-this-point",
    ]);
  });
});
