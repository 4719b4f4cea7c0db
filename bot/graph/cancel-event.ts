import { z } from "zod";
import type { CalendarEvent } from "../../shared/domain/check-in.ts";
import type { PersonId } from "../../shared/domain/person.ts";
import { eventPath, readEvent } from "./event.ts";
import { isNoMailbox, isNoSuchEvent, RefusedByGraph } from "./failure.ts";
import type { Graph } from "./graph.ts";

/**
 * Cancels the event for everybody, once: repeated, Outlook no longer finds it and tells nobody anything more. What is gone already, or stood
 * in a mailbox that is no more, is cancelled.
 */
export async function cancelEvent(graph: Graph, event: CalendarEvent, note: string | null): Promise<void> {
  try {
    await graph.post({
      operation: "cancel-event",
      path: `${eventPath(event.organiser, event.eventId)}/cancel`,
      repeatability: "idempotent",
      body: note === null ? {} : { comment: note },
      answer: z.unknown(),
    });
  } catch (error) {
    if (isGone(error)) return;
    // Outlook refuses to cancel what is cancelled in the same words as what isn't ours.
    if (!(error instanceof RefusedByGraph) || error.status !== 400 || !(await isCancelled(graph, event))) throw error;
  }
}

const isGone = (error: unknown): boolean => isNoSuchEvent(error) || isNoMailbox(error);

async function isCancelled(graph: Graph, { organiser, eventId }: CalendarEvent): Promise<boolean> {
  try {
    return (await readEvent(graph, organiser, eventId)).isCancelled === true;
  } catch (error) {
    if (isGone(error)) return true;
    throw error;
  }
}

/** Takes one copy out of one mailbox; the others stay as they are. */
export async function removeCopy(graph: Graph, person: PersonId, eventId: string): Promise<void> {
  try {
    await graph.remove({ operation: "remove-copy", path: eventPath(person, eventId) });
  } catch (error) {
    if (!isGone(error)) throw error;
  }
}
