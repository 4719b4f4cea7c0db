/** A server-sent event. Comments are none. */
export interface StreamEvent {
  readonly event: string;
  readonly id: string;
  readonly data: string;
}

/** The whole events in what has come over a stream so far, and what belongs to one that hasn't come to its end. */
export function eventsIn(text: string): { readonly events: readonly StreamEvent[]; readonly rest: string } {
  const blocks = text.split("\n\n");
  const rest = blocks.pop() ?? "";
  return { events: blocks.flatMap(eventOf), rest };
}

function eventOf(block: string): StreamEvent[] {
  const lines = block.split("\n").filter((line) => !line.startsWith(":"));
  if (lines.length === 0) return [];
  const field = (name: string) =>
    lines
      .filter((line) => line.startsWith(`${name}:`))
      .map((line) => line.slice(name.length + 1).trimStart())
      .join("\n");
  return [{ event: field("event") || "message", id: field("id"), data: field("data") }];
}
