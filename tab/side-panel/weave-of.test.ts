import { expect, it } from "vitest";
import { panelMessages } from "../../shared/content/panel-messages.ts";
import { ana, arriving, asking, ben, chidi, choosing, later, prompt, speaking } from "./testing/views.ts";
import { isCrowded, weaveOf } from "./weave-of.ts";

const say = panelMessages("en");

it("stays apart until everybody is here", () => {
  expect(weaveOf(arriving, say)).toMatchObject({
    isApart: true,
    filled: ["ana"],
    captions: { ana: "Ana is here", ben: "Ben isn’t here yet" },
  });
  expect(weaveOf({ ...arriving, arrived: ["ana", "ben"] }, say).isApart).toBe(false);
});

it("leans to whoever speaks, and half-way to whoever asks, naming each once", () => {
  expect(weaveOf(speaking, say)).toMatchObject({
    lean: 1,
    filled: ["ben"],
    captions: { ben: "Ben’s turn", ana: "Ana listens" },
  });
  expect(weaveOf(later(speaking, { speaker: "ana" }), say).lean).toBe(-1);
  const asked = weaveOf(asking, say);
  expect(asked).toMatchObject({ filled: ["ana"], captions: { ben: "Ben answers", ana: "Ana asks" } });
  expect(asked.lean).toBeGreaterThan(0);
  expect(asked.lean).toBeLessThan(1);
});

it("comes together when what was written apart is read", () => {
  const apart = later(asking, { phase: "appreciate", ready: ["ana"] });
  expect(weaveOf(apart, say)).toMatchObject({ isApart: true, filled: ["ana"] });
  expect(weaveOf({ ...apart, ready: ["ana", "ben"] }, say).isApart).toBe(false);
});

it("shows three listeners and who of three speaks", () => {
  const three = { ...speaking, members: [ana, ben, chidi] };
  expect(weaveOf(three, say)).toMatchObject({ filled: ["ben"], captions: { chidi: "Chidi listens" } });
  expect(weaveOf({ ...choosing, members: [ana, ben, chidi] }, say)).toMatchObject({ lean: 0, captions: null });
});

it("makes room where two long prompts are to choose from, and nowhere else", () => {
  const long = { ...prompt, broughtBy: null, text: "a".repeat(100) };
  expect(isCrowded({ ...choosing, offered: [long, long] })).toBe(true);
  expect(isCrowded({ ...choosing, offered: [long] })).toBe(false);
  expect(isCrowded({ ...speaking, offered: [long, long] })).toBe(false);
});
