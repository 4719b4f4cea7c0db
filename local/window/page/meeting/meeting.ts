import { h, picker } from "../dom.ts";
import type { Route } from "../routes.ts";
import type { View, WindowPage } from "../view.ts";
import { loadMeeting, type MeetingInfo, type Person, tellPresence } from "../world.ts";
import { ParticipantWindow } from "./participant.ts";
import { Stage } from "./stage.ts";

type MeetingRoute = Extract<Route, { view: "meeting" }>;

/** A meeting seen through two people's windows at once. */
export function meetingView(page: WindowPage, route: MeetingRoute): View {
  const windows = h("div", { class: "windows" }, h("p", { role: "status" }, "Opening the meeting"));
  const title = h("h1", {}, "Meeting");
  const element = h(
    "main",
    { id: "content", class: "meeting", tabindex: "-1", "aria-label": "Meeting" },
    h("header", { class: "meeting-header" }, title, pairPicker(page, route)),
    windows,
  );
  let open: { close: () => void } | undefined;
  let isClosed = false;
  loadMeeting(route.people).then(
    (info) => {
      if (isClosed) return;
      title.textContent = info.title;
      open = openWindows(page, route, info, windows);
    },
    (error: Error) => windows.replaceChildren(h("p", { role: "alert" }, error.message)),
  );
  return {
    title: "Meeting",
    element,
    close: () => {
      isClosed = true;
      open?.close();
    },
  };
}

function openWindows(page: WindowPage, route: MeetingRoute, info: MeetingInfo, place: HTMLElement) {
  const people = route.people.flatMap((slug) => page.world.people.filter((person) => person.slug === slug));
  const voices = people.map((person, index) => ({ ...person, voice: String(index + 1) }));
  const joined = new Set(route.joined);
  const all: ParticipantWindow[] = [];
  const draw = () => {
    for (const one of all) one.draw();
  };
  const stage = new Stage(page.world.appUrl, draw);
  const toggle = ({ slug }: Person) => {
    const isIn = !joined.delete(slug);
    if (isIn) joined.add(slug);
    void tellPresence(info.chatId, slug, isIn);
    if (joined.size === 0) stage.stop();
    page.go({ ...route, joined: [...joined] }, true);
    draw();
  };
  for (const person of people) {
    const isIn = () => joined.has(person.slug);
    const present = () => voices.filter((one) => joined.has(one.slug));
    all.push(new ParticipantWindow({ page, person, info, stage, isIn, present, toggle: () => toggle(person) }));
  }
  place.replaceChildren(...all.map((one) => one.element));
  void tellAll(info.chatId, route.joined);
  return {
    close: () => {
      for (const one of all) one.close();
    },
  };
}

/** One after the other, so that the bot hears of the meeting's start before anyone joins it. */
async function tellAll(chatId: string, joined: readonly string[]) {
  for (const slug of joined) await tellPresence(chatId, slug, true);
}

function pairPicker({ go, world }: WindowPage, { people }: MeetingRoute) {
  const name = (slug: string) => world.people.find((person) => person.slug === slug)?.givenName ?? slug;
  const pairs: (readonly [string, string])[] = [
    ["ana", "ben"],
    ["chidi", "dara"],
  ];
  const known = pairs.some((pair) => [...pair].sort().join() === [...people].sort().join())
    ? pairs
    : [people, ...pairs];
  const options = known.map((pair) => ({
    value: [...pair].sort().join(),
    label: `${name(pair[0])} and ${name(pair[1])}`,
  }));
  return picker("Who meets", options, [...people].sort().join(), (value) => {
    const [one = "ana", other = "ben"] = value.split(",");
    go({ view: "meeting", people: [one, other], joined: [] });
  });
}
