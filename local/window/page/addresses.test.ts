import { describe, expect, it } from "vitest";
import { readDeepLink } from "./deep-link.ts";
import { pathOf, type Route, readRoute } from "./routes.ts";

const known = ["ana", "ben", "chidi", "dara", "elif"];
const read = (path: string) => readRoute(new URL(path, "http://localhost:3979"), known);

describe("addresses", () => {
  it("lead to what they were made from", () => {
    const routes: Route[] = [
      { view: "choose" },
      { view: "app", person: "ana", tab: "chat" },
      { view: "app", person: "elif", tab: "journal", sub: "entry 1/2" },
      { view: "both", people: ["dara", "chidi"] },
      { view: "meeting", people: ["chidi", "dara"], joined: [] },
      { view: "meeting", people: ["ana", "ben"], joined: ["ben"] },
      { view: "meeting", people: ["ana", "ben"], others: ["guest", "ana-2", "elif"], joined: ["ana-2", "guest"] },
      { view: "meeting", people: ["ana", "ben"], joined: [], call: "7" },
    ];
    for (const route of routes) expect(read(pathOf(route))).toEqual(route);
  });

  it("that mean nothing show the first page, or the first pair's meeting", () => {
    expect(read("/as/zoe/home")).toEqual({ view: "choose" });
    expect(read("/as/ana/payroll")).toEqual({ view: "choose" });
    expect(read("/as/ana")).toEqual({ view: "app", person: "ana", tab: "home" });
    expect(read("/both")).toEqual({ view: "both", people: ["ana", "ben"] });
    expect(read("/both?left=ben&right=nobody")).toEqual({ view: "both", people: ["ben", "ana"] });
    expect(read("/?as=ben")).toEqual({ view: "app", person: "ben", tab: "home" });
    expect(read("/meeting")).toEqual({ view: "meeting", people: ["ana", "ben"], joined: [] });
    expect(read("/meeting?people=ana,ben&joined=dara,BEN")).toEqual({
      view: "meeting",
      people: ["ana", "ben"],
      joined: ["ben"],
    });
    expect(read("/meeting?people=ana,ben&others=nobody,ben,dara-2&joined=dara-2")).toEqual(read("/meeting"));
  });
});

describe("Teams links", () => {
  const entity = "https://teams.microsoft.com/l/entity/app-id";

  it("open the tab they name and the part of it they point at", () => {
    const context = encodeURIComponent(JSON.stringify({ subEntityId: "goal-1" }));
    expect(readDeepLink(`${entity}/journal?webUrl=x&context=${context}`)).toEqual({
      kind: "tab",
      tab: "journal",
      sub: "goal-1",
    });
    expect(readDeepLink(`${entity}/home`)).toEqual({ kind: "tab", tab: "home" });
    expect(readDeepLink(`${entity}/conversations`)).toEqual({ kind: "tab", tab: "chat" });
    expect(readDeepLink("https://teams.cloud.microsoft/l/chat/0/0?users=28:bot")).toEqual({ kind: "tab", tab: "chat" });
    expect(readDeepLink(`${entity}/home?context=not-json`)).toEqual({ kind: "tab", tab: "home" });
  });

  it("open the meeting they join", () => {
    const joinUrl = "https://teams.microsoft.com/l/meetup-join/19%3ameeting_abc%40thread.v2/0?context=%7B%7D";
    expect(readDeepLink(joinUrl)).toEqual({ kind: "meeting", joinUrl });
  });

  it("are nothing when they belong to somebody else", () => {
    for (const link of [
      `${entity}/unknown`,
      "https://elsewhere.example/l/entity/a/home",
      "https://teams.microsoft.com/v2",
      "no",
    ])
      expect(readDeepLink(link)).toBeUndefined();
  });
});
