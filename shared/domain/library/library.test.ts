import { describe, expect, it } from "vitest";
import type { Prompt } from "../prompt.ts";
import {
  checkOwnPrompt,
  effectiveLibrary,
  libraryLimits,
  mayRetire,
  type OrganisationLibrary,
  type OwnPrompt,
} from "./library.ts";

const prompt = (id: string, more: Partial<Prompt> = {}): Prompt => ({
  id,
  stage: "lens",
  theme: "self",
  kind: "core",
  depth: 1,
  minutes: 10,
  whoFirst: "alternate",
  text: `What about ${id}?`,
  followUps: ["And then?"],
  lighter: `And ${id}?`,
  labels: [],
  purposes: [],
  ...more,
});
const own = (id: string, more: Partial<OwnPrompt> = {}): OwnPrompt => ({ ...prompt(id), version: 1, ...more });
const organisation = (prompts: readonly OwnPrompt[] = [], ...retired: readonly string[]): OrganisationLibrary => ({
  own: prompts,
  retired: new Set(retired),
});

/** Five of the stage, one of them deep. */
const builtIn = [prompt("a"), prompt("b"), prompt("c", { depth: 2 }), prompt("d"), prompt("deep", { depth: 3 })];
const ids = (library: OrganisationLibrary) => effectiveLibrary(builtIn, library).map(({ id }) => id);

describe("an organisation's library", () => {
  it("[PROMPT-19] is the built-in prompts and its own, without those that it retired", () => {
    expect(ids(organisation())).toEqual(["a", "b", "c", "d", "deep"]);
    expect(ids(organisation([own("x"), own("y")], "b", "y"))).toEqual(["a", "c", "d", "deep", "x"]);
  });

  it("[PROMPT-20] keeps four prompts of each stage that are open to every pair", () => {
    expect(mayRetire(builtIn, organisation(), "a")).toBe(false);
    expect(mayRetire(builtIn, organisation(), "deep")).toBe(true);
    expect(mayRetire(builtIn, organisation([own("x")]), "a")).toBe(true);
    expect(mayRetire(builtIn, organisation([own("x", { depth: 3 })]), "a")).toBe(false);
    expect(mayRetire(builtIn, organisation([own("x", { stage: "close" })]), "a")).toBe(false);
    expect(mayRetire(builtIn, organisation([own("x")], "a"), "a")).toBe(true);
  });
});

describe("a prompt of the organisation's own", () => {
  const check = (written: Prompt, seen: number, library = organisation()) =>
    checkOwnPrompt(builtIn, library, written, seen);
  const no = (refusal: string) => ({ ok: false, refusal });

  it("[PROMPT-21] is kept from the version that its writer saw", () => {
    expect(check(prompt("x"), 0)).toMatchObject({ ok: true, value: { id: "x", version: 1 } });
    const standing = organisation([own("x", { version: 3 })]);
    expect(check(prompt("x", { text: "And now?" }), 3, standing)).toMatchObject({
      value: { text: "And now?", version: 4 },
    });
    expect(check(prompt("x"), 2, standing)).toEqual(no("prompt-changed-meanwhile"));
    expect(check(prompt("x"), 1)).toEqual(no("prompt-changed-meanwhile"));
  });

  it("[PROMPT-21] goes no deeper than its stage", () => {
    expect(check(prompt("x", { depth: 3 }), 0)).toMatchObject({ ok: true });
    expect(check(prompt("x", { depth: 4 }), 0)).toEqual(no("prompt-too-deep"));
  });

  it("[PROMPT-21] is one of five hundred at the most, rewritten all the same", () => {
    const full = organisation(Array.from({ length: libraryLimits.own }, (_, at) => own(`x${at}`)));
    expect(check(prompt("more"), 0, full)).toEqual(no("too-many-prompts"));
    expect(check(prompt("x7"), 1, full)).toMatchObject({ ok: true });
  });

  it("[PROMPT-20] is not rewritten into another stage or deeper where its own stage would be left with too few", () => {
    const needed = organisation([own("x")], "a");
    expect(check(prompt("x", { stage: "close" }), 1, needed)).toEqual(no("too-few-prompts"));
    expect(check(prompt("x", { depth: 3 }), 1, needed)).toEqual(no("too-few-prompts"));
    expect(check(prompt("x", { depth: 2 }), 1, needed)).toMatchObject({ ok: true });
  });
});
