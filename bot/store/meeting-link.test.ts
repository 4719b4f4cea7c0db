import { describe, expect, it } from "vitest";
import { chatIdIn } from "./meeting-link.ts";

const chatId = "19:meeting_NzBiZTFh-_0@thread.v2";
const link = (id: string) => `https://teams.microsoft.com/l/meetup-join/${id}/0?context=%7b%22Tid%22%3a%22t%22%7d`;

describe("the chat of a meeting", () => {
  it.each([
    ["the chat's id itself", chatId],
    ["a link that carries it plainly", link(chatId)],
    ["a link with small escapes", link("19%3ameeting_NzBiZTFh-_0%40thread.v2")],
    ["a link with large escapes", link(encodeURIComponent(chatId))],
    ["a link within a link", `https://safe.example/?url=${encodeURIComponent(link(encodeURIComponent(chatId)))}`],
  ])("is read from %s", (_, text) => {
    expect(chatIdIn(text)).toBe(chatId);
  });

  it.each([
    ["a short link", "https://teams.microsoft.com/meet/3999?p=abc"],
    ["another chat", "19:abc@unq.gbl.spaces"],
    ["broken escapes", "https://teams.microsoft.com/%E0%A4%A"],
    ["nothing", ""],
  ])("is not found in %s", (_, text) => {
    expect(chatIdIn(text)).toBeNull();
  });
});
