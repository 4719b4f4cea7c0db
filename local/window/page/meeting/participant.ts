import { appUrls } from "../app-urls.ts";
import { h, picker } from "../dom.ts";
import { type AppFrame, appFrame } from "../frame.ts";
import { isTheme, savedTheme, saveTheme, type Theme, themes } from "../theme.ts";
import type { WindowPage } from "../view.ts";
import type { MeetingInfo, Person } from "../world.ts";
import type { Stage } from "./stage.ts";

interface ParticipantOptions {
  readonly page: WindowPage;
  readonly person: Person;
  readonly info: MeetingInfo;
  readonly stage: Stage;
  readonly isIn: () => boolean;
  /** Who is there, each with the voice that is theirs whoever else is there. */
  readonly present: () => readonly (Person & { readonly voice: string })[];
  readonly toggle: () => void;
}

/** One person's window onto the meeting: the picture of who is there, and the app's side panel beside it. */
export class ParticipantWindow {
  readonly element: HTMLElement;
  readonly #options: ParticipantOptions;
  readonly #scene = h("div", { class: "scene" });
  readonly #side = h("aside", { class: "side-panel" });
  readonly #button: HTMLButtonElement;
  #theme: Theme;
  #panel: AppFrame | undefined;
  #shared: { readonly url: string; readonly frame: AppFrame } | undefined;

  constructor(options: ParticipantOptions) {
    const { page, person, toggle } = options;
    this.#options = options;
    this.#theme = savedTheme(person.slug, page.theme());
    this.#button = h("button", { type: "button", class: "join", click: toggle });
    this.#side.setAttribute("aria-label", `${person.givenName}'s side panel`);
    const choose = (theme: string) => isTheme(theme) && this.#setTheme(theme);
    this.element = h(
      "section",
      { class: "participant", "aria-label": `${person.givenName}'s window`, "data-theme": this.#theme },
      h(
        "header",
        {},
        h("h2", {}, person.name),
        picker(`${person.givenName}'s theme`, themes, this.#theme, choose),
        this.#button,
      ),
      h("div", { class: "participant-body" }, this.#scene, this.#side),
    );
    this.draw();
  }

  /** Follows who is there and what is on the stage. The side panel lives from joining to leaving. */
  draw(): void {
    const { isIn, person } = this.#options;
    this.#button.textContent = isIn() ? "Leave" : "Join";
    this.#button.setAttribute("aria-label", `${isIn() ? "Leave" : "Join"} as ${person.givenName}`);
    this.#drawPanel();
    this.#drawScene();
  }

  close(): void {
    this.#panel?.close();
    this.#shared?.frame.close();
  }

  #setTheme(theme: Theme) {
    this.#theme = theme;
    saveTheme(this.#options.person.slug, theme);
    this.element.dataset.theme = theme;
    this.#panel?.themed(theme);
    this.#shared?.frame.themed(theme);
  }

  #drawPanel() {
    const { isIn, page, person } = this.#options;
    this.#side.hidden = !isIn();
    if (isIn() === (this.#panel !== undefined)) return;
    this.#panel?.close();
    this.#panel = isIn()
      ? this.#frame(appUrls.sidePanel(page.world.appUrl), "sidePanel", `Counterpoint, ${person.givenName}'s side panel`)
      : undefined;
    this.#side.replaceChildren(...(this.#panel ? [this.#panel.element] : []));
  }

  #drawScene() {
    const { isIn, stage, person, present } = this.#options;
    const url = isIn() ? stage.url : undefined;
    if (url !== undefined && url === this.#shared?.url) return;
    this.#shared?.frame.close();
    this.#shared =
      url === undefined
        ? undefined
        : { url, frame: this.#frame(url, "meetingStage", `Counterpoint, the stage in ${person.givenName}'s window`) };
    if (this.#shared) return this.#scene.replaceChildren(this.#shared.frame.element);
    const tiles = present().map(({ givenName, voice }) => h("p", { class: "tile", "data-voice": voice }, givenName));
    this.#scene.replaceChildren(
      ...(isIn() ? tiles : [h("p", { class: "lobby" }, `${person.givenName} hasn't joined.`)]),
    );
  }

  #frame(url: string, frameContext: "sidePanel" | "meetingStage", name: string): AppFrame {
    const { page, person, info, stage } = this.#options;
    const place = { entityId: "session", frameContext, meetingId: info.meetingId, chatId: info.chatId } as const;
    return appFrame({ page, person, url, name, theme: this.#theme, place, meeting: stage.side(info) });
  }
}
