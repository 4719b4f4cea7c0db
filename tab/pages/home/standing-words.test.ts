import { expect, it } from "vitest";
import { checkInMessages } from "../../../shared/content/tab-messages.ts";
import { standingWords } from "./standing-words.ts";

const say = checkInMessages("en-GB");
const booked = { isOnTheSpot: false, joinUrl: "https://teams.example/join", guests: 0 };

it("[TAB-10] says that a check-in is held on the spot, and nothing of a link that it never had", () => {
  expect(standingWords({ ...booked, isOnTheSpot: true, joinUrl: null }, say)).toEqual([
    "Held on the spot, in a meeting that one of you linked. It stands in no calendar.",
  ]);
});

it("says that one in the calendars has no link, and who else is invited", () => {
  expect(standingWords(booked, say)).toEqual([]);
  expect(standingWords({ ...booked, joinUrl: null, guests: 1 }, say)).toEqual([
    "There is no Teams link in Outlook for this one. Agree where to talk.",
    "Someone else is invited in Outlook. Nothing of your pair is shown to others.",
  ]);
});
