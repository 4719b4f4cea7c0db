import type { MeetingEvent } from "./meetings.ts";

/** Who is in which meeting at this moment, with how many devices. It ends with the process, as a call would. */
export class Presence {
  readonly #inside = new Map<string, Map<string, Set<string>>>();

  /** What Teams tells the bot when someone enters: nothing when that person was in already, on this device or another. */
  enter(chatId: string, person: string, device = "first"): readonly MeetingEvent[] {
    const inside = this.#inside.get(chatId) ?? new Map<string, Set<string>>();
    this.#inside.set(chatId, inside);
    const isFirst = inside.size === 0;
    const devices = inside.get(person);
    if (devices) return devices.add(device) && [];
    inside.set(person, new Set([device]));
    return isFirst ? ["start", "join"] : ["join"];
  }

  /** What Teams tells the bot when someone leaves with their last device: the last to leave ends the meeting. */
  leave(chatId: string, person: string, device = "first"): readonly MeetingEvent[] {
    const inside = this.#inside.get(chatId);
    const devices = inside?.get(person);
    if (!inside || !devices?.delete(device) || devices.size > 0) return [];
    inside.delete(person);
    return inside.size === 0 ? ["leave", "end"] : ["leave"];
  }
}
