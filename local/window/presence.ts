import type { MeetingEvent } from "./meetings.ts";

/** Who is in which meeting at this moment. It ends with the process, as a call would. */
export class Presence {
  readonly #inside = new Map<string, Set<string>>();

  /** What Teams tells the bot when someone enters: nothing when that person was in already. */
  enter(chatId: string, oid: string): readonly MeetingEvent[] {
    const inside = this.#inside.get(chatId) ?? new Set<string>();
    this.#inside.set(chatId, inside);
    if (inside.has(oid)) return [];
    const isFirst = inside.size === 0;
    inside.add(oid);
    return isFirst ? ["start", "join"] : ["join"];
  }

  /** What Teams tells the bot when someone leaves: the last to leave ends the meeting. */
  leave(chatId: string, oid: string): readonly MeetingEvent[] {
    const inside = this.#inside.get(chatId);
    if (!inside?.delete(oid)) return [];
    return inside.size === 0 ? ["leave", "end"] : ["leave"];
  }
}
