import { describe, expect, it } from "vitest";
import { hashFor, routeOf } from "./hash-route.ts";

describe("the personal tab's addresses", () => {
  it.each([
    ["", { page: "home", part: null, entry: null, sessionNumber: null }],
    ["#/about", { page: "about", part: null, entry: null, sessionNumber: null }],
    ["#/about/calendar", { page: "about", part: "calendar", entry: null, sessionNumber: null }],
    ["#/cohort-booking/c-1", { page: "cohort-booking", part: "c-1", entry: null, sessionNumber: null }],
    ["#/prepare/k-1", { page: "prepare", part: "k-1", entry: null, sessionNumber: null }],
    ["#/reflect/k-1", { page: "reflect", part: "k-1", entry: null, sessionNumber: null }],
    ["#/prompts", { page: "prompts", part: null, entry: null, sessionNumber: null }],
    ["#/prompt-editor/new", { page: "prompt-editor", part: "new", entry: null, sessionNumber: null }],
    ["#/journal", { page: "journal", part: null, entry: null, sessionNumber: null }],
    ["#/journal/new?session=3", { page: "journal", part: null, entry: "new", sessionNumber: 3 }],
    ["#/journal/4f0c", { page: "journal", part: null, entry: "4f0c", sessionNumber: null }],
    ["#/elsewhere", { page: "home", part: null, entry: null, sessionNumber: null }],
    ["#/journal/new?session=three", { page: "journal", part: null, entry: "new", sessionNumber: null }],
  ])("read %s", (hash, route) => expect(routeOf(hash)).toEqual(route));
});

describe("a link that opened the tab", () => {
  it.each([
    ["cohort-booking/c-1", "#/home", "#/cohort-booking/c-1"],
    ["prepare/k-1", "#/home", "#/prepare/k-1"],
    ["reflect/k-1", "#/home", "#/reflect/k-1"],
    ["prompts", "#/home", "#/prompts"],
    ["prompt-editor", "#/home", "#/prompt-editor"],
    ["prompts", "#/about", null],
    ["prepare/", "#/home", null],
    ["prepare/k-1", "#/about", null],
    ["calendar", "#/about", "#/about/calendar"],
    ["calendar", "#/home", null],
    ["elsewhere", "#/home", null],
    [null, "#/home", null],
    ["cohort-booking/c-1", "#/cohort-booking/c-2", null],
  ])("[TAB-6] for %s on %s leads to %s", (subPage, hash, wanted) => expect(hashFor(subPage, hash)).toBe(wanted));
});
