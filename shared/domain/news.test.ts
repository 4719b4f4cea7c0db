import { describe, expect, it } from "vitest";
import { lossCauseIn, type News, type NewsKind, newsKinds, supersedes } from "./news.ts";

const news = (number: number, kind: NewsKind, by: string | null = null): News => ({ number, kind, by, was: null });

describe("news that later ones make old", () => {
  it("[NEWS-1] are all that came before the check-in as a whole came to stand elsewhere", () => {
    for (const kind of newsKinds) expect(supersedes(news(2, "moved"), news(1, kind))).toBe(true);
    expect(supersedes(news(1, "moved"), news(2, "booked"))).toBe(false);
    expect(supersedes(news(1, "booked"), news(1, "booked"))).toBe(false);
  });

  it("[NEWS-1] are the same person's answers and the link's comings and goings, and nothing else", () => {
    expect(supersedes(news(2, "accepted-in-outlook", "ben"), news(1, "declined-in-outlook", "ben"))).toBe(true);
    expect(supersedes(news(2, "accepted-in-outlook", "ana"), news(1, "declined-in-outlook", "ben"))).toBe(false);
    expect(supersedes(news(2, "link-returned-in-outlook"), news(1, "link-removed-in-outlook"))).toBe(true);
    expect(supersedes(news(2, "guests-changed-in-outlook"), news(1, "booked"))).toBe(false);
  });
});

it("[BOT-16] tell why the last time that was chosen was lost", () => {
  expect(lossCauseIn([news(1, "slot-lost"), news(2, "cannot-book")])).toBe("refused");
  expect(lossCauseIn([news(1, "cannot-book"), news(2, "slot-lost")])).toBe("taken");
  expect(lossCauseIn([news(1, "booked")])).toBeNull();
});
