import { describe, expect, it } from "vitest";
import { eventsIn } from "./events.ts";

describe("Events in a stream", () => {
  it("are told whole, and the unfinished one is kept", () => {
    const { events, rest } = eventsIn('id: 3\nevent: session\ndata: {"version":3}\n\nid: 4\nevent: ses');
    expect(events).toEqual([{ id: "3", event: "session", data: '{"version":3}' }]);
    expect(rest).toBe("id: 4\nevent: ses");
  });

  it("are not made of comments", () => {
    expect(eventsIn(": still here\n\nevent: end\ndata: {}\n\n").events).toEqual([{ id: "", event: "end", data: "{}" }]);
  });
});
