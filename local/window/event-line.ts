import { setTimeout as sleep } from "node:timers/promises";

/**
 * How a meeting's events reach the bot: as they happen; not at all; some seconds late; each of them twice; or in the wrong order. Teams
 * promises none of it but the first, and keeps even that not always.
 */
export const eventWays = ["as-they-happen", "lost", "late", "twice", "wrong-order"] as const;
export type EventWay = (typeof eventWays)[number];

/** In milliseconds: how late "late" is, and how long the wrong order waits for a second event to put first. */
export const eventWaits = { late: 5_000, gather: 3_000 } as const;

type Tell = () => Promise<unknown>;

/** The line on which a meeting's events travel. */
export class EventLine {
  #way: EventWay = "as-they-happen";
  readonly #waits: { readonly late: number; readonly gather: number };
  readonly #gathered: Tell[] = [];
  #timer: NodeJS.Timeout | undefined;

  constructor(waits: { readonly late: number; readonly gather: number } = eventWaits) {
    this.#waits = waits;
  }

  get way(): EventWay {
    return this.#way;
  }

  set way(way: EventWay) {
    this.#way = way;
    void this.#release();
  }

  /** Sends the events that happened together; resolves once those that are told at once are answered. */
  async send(events: readonly Tell[]): Promise<void> {
    if (this.#way === "lost") return;
    if (this.#way === "late") return this.#later(events);
    if (this.#way === "wrong-order") return this.#gather(events);
    for (const tell of events) {
      await tell();
      if (this.#way === "twice") await tell();
    }
  }

  /** Tells nothing more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#gathered.length = 0;
    this.#way = "lost";
  }

  #later(events: readonly Tell[]) {
    void sleep(this.#waits.late, undefined, { ref: false }).then(async () => {
      for (const tell of events) await tell();
    });
  }

  #gather(events: readonly Tell[]) {
    this.#gathered.push(...events);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#release(), this.#waits.gather).unref();
  }

  async #release() {
    clearTimeout(this.#timer);
    for (const tell of this.#gathered.splice(0).reverse()) await tell();
  }
}
