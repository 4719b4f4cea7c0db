import type pg from "pg";
import type { LocalPerson } from "../../identities.ts";
import type { Behaviour } from "../behaviour.ts";

/** What the event operations act on: whose mailbox, how it behaves, where it is kept, and the moment. */
export interface Mailbox {
  readonly owner: LocalPerson;
  readonly behaviour: Behaviour;
  readonly pool: pg.Pool;
  readonly now: Date;
}
