import { describe, expect, it } from "vitest";
import { routeOf } from "./hash-route.ts";

describe("the personal tab's addresses", () => {
  it.each([
    ["", { page: "home", entry: null, sessionNumber: null }],
    ["#/about", { page: "about", entry: null, sessionNumber: null }],
    ["#/journal", { page: "journal", entry: null, sessionNumber: null }],
    ["#/journal/new?session=3", { page: "journal", entry: "new", sessionNumber: 3 }],
    ["#/journal/4f0c", { page: "journal", entry: "4f0c", sessionNumber: null }],
    ["#/elsewhere", { page: "home", entry: null, sessionNumber: null }],
    ["#/journal/new?session=three", { page: "journal", entry: "new", sessionNumber: null }],
  ])("read %s", (hash, route) => expect(routeOf(hash)).toEqual(route));
});
