import { h, picker } from "../dom.ts";
import { loadEventWay, tellEventWay } from "../world.ts";
import type { Stage } from "./stage.ts";

const ways = [
  { value: "as-they-happen", label: "As they happen" },
  { value: "lost", label: "Lost" },
  { value: "late", label: "Five seconds late" },
  { value: "twice", label: "Twice" },
  { value: "wrong-order", label: "In the wrong order" },
] as const;

/** What can go wrong with a meeting itself: its events on their way to the bot, and a client that refuses the stage. */
export function breakMeeting(stage: Stage): HTMLElement {
  const refuse = h("input", { type: "checkbox", change: () => stage.allow(!refuse.checked) });
  const events = picker("Events reach the bot", ways, "as-they-happen", (way) => void tellEventWay(way));
  void loadEventWay().then((way) => {
    const select = events.querySelector("select");
    if (select) select.value = way;
  });
  return h(
    "details",
    { class: "break-it" },
    h("summary", {}, "Break this meeting"),
    h("div", {}, events, h("label", { class: "picker" }, refuse, "The stage is refused")),
  );
}
