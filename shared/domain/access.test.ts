import { describe, expect, it } from "vitest";
import { type Actor, mayEnterPair, mayReadEntry, maySeeCohort, mayTouchGoal, mayWriteEntry } from "./access.ts";

const person = (personId: string, role: "participant" | "coordinator" = "participant", tenantId = "t1"): Actor => ({
  kind: "person",
  tenantId,
  personId,
  role,
});
const job: Actor = { kind: "job", tenantId: "t1", job: "write-to-calendar" };
const pair = { tenantId: "t1", id: "p1", members: ["ana", "ben"] };
const entry = (audience: "only-me" | "partner") => ({ pairId: "p1", author: "ana", audience });
const everyone = {
  Ana: person("ana"),
  Ben: person("ben"),
  Chidi: person("chidi"),
  Elif: person("elif", "coordinator"),
  "Ana as coordinator": person("ana", "coordinator"),
  "Ana of another tenant": person("ana", "participant", "t2"),
  "a job": job,
};
const allowed = (may: (actor: Actor) => boolean) =>
  Object.entries(everyone)
    .filter(([, actor]) => may(actor))
    .map(([name]) => name);

describe("who may", () => {
  it("[ACCESS-1] enter a pair's space: its members alone", () => {
    expect(allowed((actor) => mayEnterPair(actor, pair))).toEqual(["Ana", "Ben"]);
  });

  it("[ACCESS-2] touch a goal: its pair's members, and only where the goal is theirs", () => {
    expect(allowed((actor) => mayTouchGoal(actor, pair, { pairId: "p1" }))).toEqual(["Ana", "Ben"]);
    expect(allowed((actor) => mayTouchGoal(actor, pair, { pairId: "p2" }))).toEqual([]);
  });

  it("[ACCESS-3] read an entry: the author, and the partner while it is shared", () => {
    expect(allowed((actor) => mayReadEntry(actor, pair, entry("only-me")))).toEqual(["Ana"]);
    expect(allowed((actor) => mayReadEntry(actor, pair, entry("partner")))).toEqual(["Ana", "Ben"]);
  });

  it("[ACCESS-4] change an entry: its author alone", () => {
    expect(allowed((actor) => mayWriteEntry(actor, entry("partner")))).toEqual(["Ana", "Ana of another tenant"]);
  });

  it("[ACCESS-5] see a cohort's counts: coordinators", () => {
    expect(allowed(maySeeCohort)).toEqual(["Elif", "Ana as coordinator"]);
  });
});
