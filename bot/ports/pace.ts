/** Keeps what the bot says, over all processes, within what Teams takes. */
export interface Pace {
  /** Takes the next turn to send. @returns how long to wait before sending, in milliseconds. */
  readonly turn: () => Promise<number>;
}
