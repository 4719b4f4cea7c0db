import * as AdaptiveCards from "adaptivecards";
import { h } from "../dom.ts";
import type { Theme } from "../theme.ts";
import { hostConfigFor } from "./host-config.ts";
import { markdownToHtml } from "./markdown.ts";
import { registerTeamsContainers } from "./teams-container.ts";

/** What a button of a card asks for. */
export interface PressedAction {
  readonly type: "Action.Execute" | "Action.Submit";
  readonly id?: string | undefined;
  readonly verb?: string | undefined;
  readonly data: unknown;
}

interface CardOptions {
  readonly theme: Theme;
  readonly press: (action: PressedAction) => void;
  readonly openUrl: (url: string) => void;
}

registerTeamsContainers();
AdaptiveCards.AdaptiveCard.onProcessMarkdown = (text, result) => {
  result.outputHtml = markdownToHtml(text);
  result.didProcess = true;
};

/** Draws an Adaptive Card with Microsoft's own renderer. One that cannot be drawn is replaced by its fallback text, as in Teams. */
export function cardElement(content: unknown, { theme, press, openUrl }: CardOptions): HTMLElement {
  const isWide = (content as { msteams?: { width?: string } } | undefined)?.msteams?.width?.toLowerCase() === "full";
  const place = h("div", { class: "card", "data-card": true, "data-wide": isWide });
  const card = new AdaptiveCards.AdaptiveCard();
  card.hostConfig = new AdaptiveCards.HostConfig(hostConfigFor(theme));
  card.onAnchorClicked = (_element, anchor) => {
    openUrl(anchor.href);
    return true;
  };
  card.onExecuteAction = (action) => {
    if (action instanceof AdaptiveCards.OpenUrlAction) openUrl(action.url ?? "");
    else if (action instanceof AdaptiveCards.ExecuteAction)
      press({ type: "Action.Execute", id: action.id, verb: action.verb, data: action.data });
    else if (action instanceof AdaptiveCards.SubmitAction)
      press({ type: "Action.Submit", id: action.id, data: action.data });
  };
  card.onInlineCardExpanded = (_action, isExpanded) => isExpanded && place.scrollIntoView({ block: "nearest" });
  card.parse(content);
  const drawn = card.render();
  if (drawn) dropRepeatedLabels(drawn);
  place.append(drawn ?? h("p", {}, fallbackText(content)));
  return place;
}

const fallbackText = (content: unknown) =>
  (content as { fallbackText?: string } | undefined)?.fallbackText ?? "This card can't be shown here.";

const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, "");

/** A tappable row is named by its words. A label that only repeats them, as its action's title often does, would be read instead of them. */
function dropRepeatedLabels(drawn: HTMLElement) {
  for (const element of drawn.querySelectorAll("[aria-label]")) {
    const label = element.getAttribute("aria-label") ?? "";
    if (bare(label) === bare(element.textContent ?? "")) element.removeAttribute("aria-label");
  }
}
