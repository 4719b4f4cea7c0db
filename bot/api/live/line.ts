import type { ServerResponse } from "node:http";
import type { PersonId } from "../../../shared/domain/person.ts";
import type { LiveEvent } from "./live-event.ts";

/** In milliseconds: how long a line may be silent, and how long it may be unable to take more before it is cut. */
const times = { silence: 20_000, patience: 30_000 } as const;

export interface LineOptions {
  readonly personId: PersonId;
  /** When the token that opened it runs out, epoch milliseconds. */
  readonly expiresAt: number;
  /** The last event that the panel saw on an earlier line. */
  readonly lastEventId: string | undefined;
  readonly out: ServerResponse;
}

/**
 * One open stream. Nothing piles up in it: while it can't take more, newer views take the place of the one that waits, and a line that stays so is
 * cut. A line that merely closes is opened again by its panel.
 */
export class Line {
  readonly personId: PersonId;
  readonly #expiresAt: number;
  readonly #out: ServerResponse;
  #shownId: string | undefined;
  #waiting: LiveEvent | null = null;
  #fullSince: number | null = null;
  #wroteAt = Date.now();

  constructor({ personId, expiresAt, lastEventId, out }: LineOptions) {
    this.personId = personId;
    this.#expiresAt = expiresAt;
    this.#shownId = lastEventId;
    this.#out = out;
    out.on("drain", () => this.#drained());
  }

  /** Shows the view, unless it is what the panel has. */
  show(event: LiveEvent): void {
    if (this.#fullSince !== null) this.#waiting = event;
    else if (event.id !== this.#shownId) {
      this.#shownId = event.id;
      this.#write(event.text);
    }
  }

  /** Keeps a silent line open, closes one whose token has run out, and cuts one that has been full for too long. */
  look(now: number): void {
    if (this.#expiresAt <= now) this.close();
    else if (this.#fullSince !== null && now - this.#fullSince > times.patience) this.#out.destroy();
    else if (this.#fullSince === null && now - this.#wroteAt >= times.silence) this.#write(": still here\n\n");
  }

  /** Access has ended: nothing more will come, and the panel doesn't ask again. */
  end(): void {
    if (this.#fullSince === null) this.#out.end("event: end\ndata: {}\n\n");
    else this.#out.destroy();
  }

  /** Closes the line, for now. */
  close(): void {
    if (this.#fullSince === null) this.#out.end();
    else this.#out.destroy();
  }

  #write(text: string): void {
    this.#wroteAt = Date.now();
    if (!this.#out.write(text)) this.#fullSince = this.#wroteAt;
  }

  #drained(): void {
    const waiting = this.#waiting;
    this.#fullSince = null;
    this.#waiting = null;
    if (waiting) this.show(waiting);
  }
}
