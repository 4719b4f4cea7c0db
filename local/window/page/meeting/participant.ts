import { appUrls } from "../app-urls.ts";
import { h, picker } from "../dom.ts";
import { type AppFrame, appFrame } from "../frame.ts";
import type { HostContext } from "../host-protocol.ts";
import { isTheme, savedTheme, saveTheme, type Theme, themes } from "../theme.ts";
import type { WindowPage } from "../view.ts";
import { cutLine, type MeetingInfo, type Person } from "../world.ts";
import { meetingChat } from "./meeting-chat.ts";
import type { Seat } from "./seats.ts";
import type { Stage } from "./stage.ts";
import { isMeetingView, type MeetingView, views } from "./views.ts";

interface ParticipantOptions {
  readonly page: WindowPage;
  readonly seat: Seat;
  /** Where the app is for this seat. */
  readonly appUrl: string;
  readonly info: MeetingInfo;
  readonly stage: Stage;
  readonly isIn: () => boolean;
  /** Who is there, each with the voice that is theirs whoever else is there. */
  readonly present: () => readonly (Pick<Person, "givenName"> & { readonly voice: string })[];
  readonly toggle: () => void;
}

/** One person's window onto the meeting: the picture of who is there with the app's side panel beside it, and the meeting's tabs. */
export class ParticipantWindow {
  readonly element: HTMLElement;
  readonly #options: ParticipantOptions;
  readonly #scene = h("div", { class: "scene" });
  readonly #side = h("aside", { class: "side-panel" });
  readonly #beside = h("div", { class: "meeting-view" });
  readonly #body = h("div", { class: "participant-body" }, this.#scene, this.#side);
  readonly #join: HTMLButtonElement;
  readonly #cut: HTMLButtonElement;
  #isCut = false;
  #theme: Theme;
  #view: AppFrame | undefined;
  #panel: AppFrame | undefined;
  #shared: { readonly path: string; readonly frame: AppFrame } | undefined;

  constructor(options: ParticipantOptions) {
    const { page, seat, toggle } = options;
    const { givenName } = seat.person;
    this.#options = options;
    this.#theme = savedTheme(seat.id, page.theme());
    this.#join = h("button", { type: "button", class: "join", click: toggle });
    this.#cut = h(
      "button",
      { type: "button", "aria-pressed": "false", click: () => this.#toggleLine() },
      "Cut network",
    );
    this.#side.setAttribute("aria-label", `${givenName}'s side panel`);
    this.#beside.hidden = true;
    const choose = (theme: string) => isTheme(theme) && this.#setTheme(theme);
    const show = (view: string) => isMeetingView(view) && this.#show(view);
    this.element = h(
      "section",
      {
        class: "participant",
        "aria-label": seat.frameName("window").replace("Counterpoint, ", ""),
        "data-theme": this.#theme,
      },
      h(
        "header",
        {},
        h("h2", {}, seat.title),
        picker(`${seat.title} sees`, views, "meeting", show),
        picker(seat.frameName("theme").replace("Counterpoint, ", ""), themes, this.#theme, choose),
        this.#cut,
        this.#join,
      ),
      this.#body,
      this.#beside,
    );
    this.draw();
  }

  /** Follows who is there and what is on the stage. The side panel lives from joining to leaving. */
  draw(): void {
    const { isIn, seat } = this.#options;
    this.#join.textContent = isIn() ? "Leave" : "Join";
    this.#join.setAttribute("aria-label", `${isIn() ? "Leave" : "Join"} as ${nameAtSeat(seat)}`);
    this.#drawPanel();
    this.#drawScene();
  }

  close(): void {
    this.#view?.close();
    this.#panel?.close();
    this.#shared?.frame.close();
  }

  #setTheme(theme: Theme) {
    this.#theme = theme;
    saveTheme(this.#options.seat.id, theme);
    this.element.dataset.theme = theme;
    for (const frame of [this.#view, this.#panel, this.#shared?.frame]) frame?.themed(theme);
  }

  #toggleLine() {
    this.#isCut = !this.#isCut;
    this.#cut.setAttribute("aria-pressed", String(this.#isCut));
    this.#cut.textContent = this.#isCut ? "Mend network" : "Cut network";
    void cutLine(this.#options.seat.id, this.#isCut);
  }

  /** The meeting stays as it is behind another view. */
  #show(view: MeetingView) {
    const { page, seat, info } = this.#options;
    this.#view?.close();
    this.#view = undefined;
    if (view === "chat") this.#view = meetingChat(page, seat.person, info);
    if (view === "details") this.#view = this.#frame("content", seat.frameName("details tab"));
    if (view === "chat-tab") this.#view = this.#frame("content", seat.frameName("chat tab"));
    this.#beside.replaceChildren(...(this.#view ? [this.#view.element] : []));
    this.#beside.hidden = view === "meeting";
    this.#body.hidden = view !== "meeting";
  }

  #drawPanel() {
    const { isIn, seat } = this.#options;
    this.#side.hidden = !isIn();
    if (isIn() === (this.#panel !== undefined)) return;
    this.#panel?.close();
    this.#panel = isIn() ? this.#frame("sidePanel", seat.frameName("side panel")) : undefined;
    this.#side.replaceChildren(...(this.#panel ? [this.#panel.element] : []));
  }

  #drawScene() {
    const { isIn, stage, seat, present } = this.#options;
    const path = isIn() ? stage.path : undefined;
    if (path !== undefined && path === this.#shared?.path) return;
    this.#shared?.frame.close();
    const name = seat.frameName("window").replace("Counterpoint, ", "");
    this.#shared =
      path === undefined
        ? undefined
        : { path, frame: this.#frame("meetingStage", `Counterpoint, the stage in ${name}`, path) };
    if (this.#shared) return this.#scene.replaceChildren(this.#shared.frame.element);
    const tiles = present().map(({ givenName, voice }) => h("p", { class: "tile", "data-voice": voice }, givenName));
    this.#scene.replaceChildren(
      ...(isIn() ? tiles : [h("p", { class: "lobby" }, `${seat.person.givenName} hasn't joined.`)]),
    );
  }

  #frame(frameContext: HostContext["frameContext"], name: string, path?: string): AppFrame {
    const { page, seat, appUrl, info, stage } = this.#options;
    const url = path === undefined ? appUrls.inMeeting(appUrl) : `${appUrl}${path}`;
    const place = { entityId: "session", frameContext, meetingId: info.meetingId, chatId: info.chatId } as const;
    const meeting = stage.side(info, appUrl);
    return appFrame({ page, person: seat.person, url, name, theme: this.#theme, place, meeting });
  }
}

const nameAtSeat = ({ id, person }: Seat) =>
  id.endsWith("-2") ? `${person.givenName}, second device` : person.givenName;
