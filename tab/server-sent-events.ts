/** One event of a stream. */
export interface ServerSentEvent {
  readonly event: string;
  readonly data: string;
  readonly id: string | null;
}

/** Reads events out of text that arrives in any pieces. `push` answers the events that the piece completed; comments only keep the line open. */
export function readEvents(): { readonly push: (piece: string) => readonly ServerSentEvent[] } {
  let rest = "";
  return {
    push: (piece) => {
      const blocks = `${rest}${piece}`.replaceAll("\r\n", "\n").split("\n\n");
      rest = blocks.pop() ?? "";
      return blocks.flatMap((block) => parse(block) ?? []);
    },
  };
}

function parse(block: string): ServerSentEvent | null {
  const lines = block.split("\n").map((line) => /^(\w+):? ?(.*)$/.exec(line));
  const values = (field: string) => lines.flatMap((line) => (line?.[1] === field ? [line[2] ?? ""] : []));
  const data = values("data");
  const event = values("event").at(-1);
  if (data.length === 0 && event === undefined) return null;
  return { event: event ?? "message", data: data.join("\n"), id: values("id").at(-1) ?? null };
}
