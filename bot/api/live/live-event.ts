import { createHash } from "node:crypto";
import type { SessionView } from "../../../shared/contract/sessions.ts";

/** A view as it goes over the wire, written out once for all streams. */
export interface LiveEvent {
  readonly version: number;
  /** The same for two views that show the same. */
  readonly id: string;
  readonly text: string;
}

/**
 * Writes a view out. Its id begins with the session's version and ends with a mark of all it shows, as some of that, such as shared words or who is
 * in the meeting, changes without the session's doing.
 */
export function liveEvent(view: SessionView): LiveEvent {
  const data = JSON.stringify(view);
  const mark = createHash("sha256").update(data).digest("base64url").slice(0, 8);
  const id = `${view.version}-${mark}`;
  return { version: view.version, id, text: `id: ${id}\nevent: session\ndata: ${data}\n\n` };
}
