import { h, picker } from "../dom.ts";
import { type MeetingRoute, seatsBeside } from "../routes.ts";
import type { View, WindowPage } from "../view.ts";
import { lineOf, loadMeeting, type MeetingInfo, tellPresence } from "../world.ts";
import { breakMeeting } from "./break-it.ts";
import { ParticipantWindow } from "./participant.ts";
import { type Seat, seatOf } from "./seats.ts";
import { Stage } from "./stage.ts";

/** A meeting seen through several people's windows at once. */
export function meetingView(page: WindowPage, route: MeetingRoute): View {
  const windows = h("div", { class: "windows" }, h("p", { role: "status" }, "Opening the meeting"));
  const title = h("h1", {}, "Meeting");
  const tools = h("div", { class: "meeting-tools" });
  const element = h(
    "main",
    { id: "content", class: "meeting", tabindex: "-1", "aria-label": "Meeting" },
    h("header", { class: "meeting-header" }, title, tools),
    windows,
  );
  let open: OpenMeeting | undefined;
  let isClosed = false;
  loadMeeting(route.people, route.call).then(
    async (info) => {
      const meeting = new OpenMeeting(page, route, info, windows);
      await meeting.open();
      if (isClosed) return meeting.close();
      open = meeting;
      title.textContent = info.title;
      tools.replaceChildren(
        pairPicker(page, route),
        meetNow(page, route),
        meeting.letIn(),
        breakMeeting(meeting.stage),
      );
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

/** The meeting while its view is shown: its windows, who has joined, and what is on the stage. */
class OpenMeeting {
  readonly stage = new Stage(() => this.#draw());
  readonly #page: WindowPage;
  readonly #info: MeetingInfo;
  readonly #place: HTMLElement;
  readonly #joined: Set<string>;
  readonly #windows: ParticipantWindow[] = [];
  readonly #seats: Seat[] = [];
  #route: MeetingRoute;

  constructor(page: WindowPage, route: MeetingRoute, info: MeetingInfo, place: HTMLElement) {
    this.#page = page;
    this.#route = route;
    this.#info = info;
    this.#place = place;
    this.#joined = new Set(route.joined);
  }

  async open() {
    const { people, others = [], joined } = this.#route;
    this.#place.replaceChildren();
    for (const id of [...people, ...others]) await this.#add(id);
    // One after the other, so that the bot hears of the meeting's start before anyone joins it.
    void joined.reduce<Promise<unknown>>(
      (before, seat) => before.then(() => tellPresence(this.#info.chatId, seat, true)),
      Promise.resolve(),
    );
  }

  /** A picker of whoever has no window here yet. */
  letIn(): HTMLElement {
    const { people, others = [] } = this.#route;
    const known = this.#page.world.people.map(({ slug }) => slug);
    const free = seatsBeside(people, known).filter((id) => !others.includes(id));
    const options = free.flatMap((id) => {
      const seat = seatOf(id, this.#page.world.people);
      return seat ? [{ value: id, label: seat.title }] : [];
    });
    const element: HTMLElement = picker("Another window", [{ value: "", label: "None" }, ...options], "", (id) => {
      if (id === "") return;
      this.#keep({ ...this.#route, others: [...others, id] });
      void this.#add(id).then(() => element.replaceWith(this.letIn()));
    });
    return element;
  }

  close(): void {
    for (const one of this.#windows) one.close();
  }

  async #add(id: string) {
    const { page, info, stage } = { page: this.#page, info: this.#info, stage: this.stage };
    const seat = seatOf(id, page.world.people);
    if (!seat) return;
    const appUrl = await lineOf(id);
    this.#seats.push(seat);
    const isIn = () => this.#joined.has(id);
    const toggle = () => this.#toggle(id);
    const window = new ParticipantWindow({
      page,
      seat,
      appUrl,
      info,
      stage,
      isIn,
      present: () => this.#present(),
      toggle,
    });
    this.#windows.push(window);
    this.#place.append(window.element);
    // Those who have a window already see who is there now.
    this.#draw();
  }

  #toggle(id: string) {
    const isIn = !this.#joined.delete(id);
    if (isIn) this.#joined.add(id);
    void tellPresence(this.#info.chatId, id, isIn);
    if (this.#joined.size === 0) this.stage.stop();
    this.#keep({ ...this.#route, joined: [...this.#joined] });
    this.#draw();
  }

  /** Everyone who is there, once each, however many devices they have. */
  #present() {
    const people = this.#seats.filter(({ id }) => this.#joined.has(id)).map(({ person }) => person);
    return [...new Set(people)].map((person) => ({ ...person, voice: this.#voiceOf(person.slug) }));
  }

  #voiceOf(slug: string) {
    const at = this.#route.people.indexOf(slug);
    return at < 0 ? "none" : String(at + 1);
  }

  #keep(route: MeetingRoute) {
    this.#route = route;
    this.#page.go(route, true);
  }

  #draw() {
    for (const one of this.#windows) one.draw();
  }
}

/** A meeting that no calendar holds, a new one each time. */
function meetNow({ go }: WindowPage, { people }: MeetingRoute) {
  const start = () => go({ view: "meeting", people, joined: [], call: String(Date.now()) });
  return h("button", { type: "button", click: start }, "Meet now");
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
