import type { Context, Middleware } from "@microsoft/microsoft-graph-client";
import { callIn } from "./call.ts";
import { link, signalOf, urlOf, whileAllowed } from "./link.ts";
import { personIn } from "./mailbox.ts";

/** How many requests Exchange serves at once for one app and one mailbox. Source: Microsoft's throttling limits for Outlook. */
const atOnce = 4;

interface Gate {
  inside: number;
  readonly waiting: (() => void)[];
}

/** Counts who is inside which mailbox. One for the whole process: Exchange counts by app, not by client object. */
const gates = new Map<string, Gate>();

/**
 * Lets four requests at a time into a mailbox; the others wait in the order they came, without holding a mailbox they wait for. A batch
 * enters every mailbox that it touches, in one order for all batches, so that no two wait for each other.
 */
export function perMailboxLimit(): Middleware {
  return link(async (context, next) => {
    const inside: string[] = [];
    try {
      for (const mailbox of mailboxesOf(context)) {
        await enter(mailbox, signalOf(context));
        inside.push(mailbox);
      }
      await next(context);
    } finally {
      for (const mailbox of inside) leave(mailbox);
    }
  });
}

/** Host and mailbox of each mailbox that a request touches; none for the directory, which has limits of its own. */
function mailboxesOf(context: Context): readonly string[] {
  const url = urlOf(context);
  const found = personIn(url);
  const touched = callIn(context)?.details.mailboxes ?? (found?.isMailbox ? [found.person] : []);
  return touched.map((person) => `${new URL(url).host}/${person.toLowerCase()}`).toSorted();
}

async function enter(mailbox: string, signal: AbortSignal | undefined): Promise<void> {
  const gate = gates.get(mailbox) ?? { inside: 0, waiting: [] };
  gates.set(mailbox, gate);
  if (gate.inside < atOnce) {
    gate.inside += 1;
    return;
  }
  const turn = Promise.withResolvers<void>();
  gate.waiting.push(turn.resolve);
  try {
    await whileAllowed(turn.promise, signal);
  } catch (error) {
    const place = gate.waiting.indexOf(turn.resolve);
    // The turn may have come in the moment of giving up: it is passed on.
    if (place === -1) leave(mailbox);
    else gate.waiting.splice(place, 1);
    throw error;
  }
}

function leave(mailbox: string): void {
  const gate = gates.get(mailbox);
  if (!gate) return;
  const following = gate.waiting.shift();
  if (following) return following();
  gate.inside -= 1;
  if (gate.inside === 0) gates.delete(mailbox);
}
