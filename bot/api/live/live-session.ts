import type { SessionView } from "../../../shared/contract/sessions.ts";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { Result } from "../../../shared/domain/result.ts";
import { StoreAway } from "../../ports.ts";
import type { Line } from "./line.ts";
import { type LiveEvent, liveEvent } from "./live-event.ts";

/** In milliseconds: how long it is trusted that nothing changed unheard, and how long after a change without a version a view may still be from before it. */
const trust = { silence: 300_000, doubt: 10_000 } as const;

export interface LiveSessionOptions {
  /** Reads the session as this person, with this person's rights. */
  readonly read: (personId: PersonId) => Promise<Result<SessionView, "not-found">>;
  /** Told of what no reading should throw. */
  readonly onBug: (problem: unknown) => void;
}

/**
 * A session with the streams that this process holds of it. It is read once for all of them, one reading after the other, and every view says anew
 * who may see it.
 */
export class LiveSession {
  readonly #options: LiveSessionOptions;
  readonly #lines = new Set<Line>();
  #newest: LiveEvent | null = null;
  #seenAt = Date.now();
  #isReading = false;
  #readAgain = false;
  #isStale = false;
  #doubtUntil = 0;
  #acting = 0;
  #awaited = 0;

  constructor(options: LiveSessionOptions) {
    this.#options = options;
  }

  /** Adds a line whose person has just read this view. */
  add(line: Line, view: SessionView): void {
    this.#lines.add(line);
    this.take(view);
    if (this.#newest) line.show(this.#newest);
    if (this.#isStale) this.#refresh();
  }

  remove(line: Line): void {
    this.#lines.delete(line);
  }

  /** Something changed: to this version, or without one. What is known already is not read again, and what is on its way here is waited for. */
  announced(version: number | null): void {
    if (version === null) {
      this.#doubtUntil = Date.now() + trust.doubt;
      this.#refresh();
    } else if (version > this.#version()) {
      if (this.#acting > 0) this.#awaited = Math.max(this.#awaited, version);
      else this.#refresh();
    }
  }

  /** Does what brings a view of its own, and shows that at once. */
  async during<Refusal extends string>(
    act: () => Promise<Result<SessionView, Refusal>>,
  ): Promise<Result<SessionView, Refusal>> {
    this.#acting += 1;
    try {
      const result = await act();
      if (result.ok) this.take(result.value);
      return result;
    } finally {
      this.#acting -= 1;
      if (this.#acting === 0 && this.#awaited > this.#version()) this.#refresh();
    }
  }

  /** Takes a view that came some other way than by a reading: it counts where it is newer, and where it only differs a reading decides. */
  take(view: SessionView): void {
    const event = liveEvent(view);
    if (event.version > this.#version()) {
      this.#show(view, event);
      if (Date.now() < this.#doubtUntil) this.#refresh();
    } else if (event.version === this.#version() && event.id !== this.#newest?.id) this.#refresh();
  }

  /** Looks after every line, and reads anew what was missed or has long been silent. */
  look(now: number): void {
    for (const line of this.#lines) line.look(now);
    if (this.#isStale || now - this.#seenAt > trust.silence) this.#refresh();
  }

  closeAll(): void {
    for (const line of this.#lines) line.close();
  }

  #version(): number {
    return this.#newest?.version ?? 0;
  }

  #refresh(): void {
    this.#readAgain = true;
    if (this.#isReading) return;
    this.#isReading = true;
    void this.#readWhileWanted().finally(() => {
      this.#isReading = false;
    });
  }

  async #readWhileWanted(): Promise<void> {
    while (this.#readAgain) {
      this.#readAgain = false;
      this.#isStale = false;
      try {
        await this.#read();
      } catch (problem) {
        // While the database is away the lines stay, and it is tried again soon.
        this.#isStale = true;
        if (problem instanceof StoreAway) return;
        this.#options.onBug(problem);
        return this.closeAll();
      }
    }
  }

  /** Reads as the first of those who listen whose access has not ended; where nobody listens yet, the next to come is the reason to read. */
  async #read(): Promise<void> {
    for (let [line] = this.#lines; line; [line] = this.#lines) {
      const { personId } = line;
      const result = await this.#options.read(personId);
      if (result.ok) return this.#show(result.value, liveEvent(result.value));
      this.#endFor((one) => one.personId === personId);
    }
    this.#isStale = true;
  }

  /** Only readings come here with the version that is shown already, and what they show is newer. */
  #show(view: SessionView, event: LiveEvent): void {
    if (event.version < this.#version()) return;
    this.#newest = event;
    this.#seenAt = Date.now();
    const readers = new Set(view.members.map(({ id }) => id));
    this.#endFor((line) => !readers.has(line.personId));
    for (const line of this.#lines) line.show(event);
  }

  #endFor(isOver: (line: Line) => boolean): void {
    for (const line of this.#lines) {
      if (!isOver(line)) continue;
      this.#lines.delete(line);
      line.end();
    }
  }
}
