import { describe, expect, it } from "vitest";
import { readEvents } from "./server-sent-events.ts";

describe("reading server-sent events", () => {
  it("puts events together from pieces cut anywhere", () => {
    const text = 'id: 7\nevent: session\ndata: {"a":1}\n\n: still here\n\nevent: end\ndata: {}\n\n';
    for (let cut = 1; cut < text.length; cut += 1) {
      const { push } = readEvents();
      expect([...push(text.slice(0, cut)), ...push(text.slice(cut))]).toEqual([
        { event: "session", data: '{"a":1}', id: "7" },
        { event: "end", data: "{}", id: null },
      ]);
    }
  });

  it("joins lines of data and accepts carriage returns", () => {
    expect(readEvents().push("data: one\r\ndata: two\r\n\r\n")).toEqual([
      { event: "message", data: "one\ntwo", id: null },
    ]);
  });
});
