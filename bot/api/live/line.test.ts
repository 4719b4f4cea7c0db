import { EventEmitter } from "node:events";
import type { ServerResponse } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { Line } from "./line.ts";
import type { LiveEvent } from "./live-event.ts";

/** A response that takes what is written until told that it is full. */
class Paper extends EventEmitter {
  text = "";
  isFull = false;
  state = "open";
  write(text: string): boolean {
    this.text += text;
    return !this.isFull;
  }
  end(text = ""): void {
    this.text += text;
    this.state = "ended";
  }
  destroy(): void {
    this.state = "cut";
  }
}

const event = (version: number): LiveEvent => ({ version, id: `${version}-x`, text: `<${version}>` });
const start = Date.parse("2026-11-23T12:00:00Z");

function open(lastEventId?: string) {
  const paper = new Paper();
  const out = paper as unknown as ServerResponse;
  return { paper, line: new Line({ personId: "ana", expiresAt: start + 3_600_000, lastEventId, out }) };
}

describe("a live line", () => {
  beforeEach(() => void vi.useFakeTimers({ now: start }));
  afterEach(() => void vi.useRealTimers());

  it("shows each view once, and none that the panel has from before", () => {
    const { paper, line } = open("3-x");
    for (const version of [3, 4, 4, 5]) line.show(event(version));
    expect(paper.text).toBe("<4><5>");
  });

  it("keeps nothing but the newest for a line that can't take more", () => {
    const { paper, line } = open();
    paper.isFull = true;
    for (let version = 1; version <= 1_000; version += 1) line.show(event(version));
    expect(paper.text).toBe("<1>");
    paper.isFull = false;
    paper.emit("drain");
    expect(paper.text).toBe("<1><1000>");
  });

  it("cuts a line that stays full, and only that", () => {
    const { paper, line } = open();
    paper.isFull = true;
    line.show(event(1));
    line.look(start + 30_000);
    expect(paper.state).toBe("open");
    line.look(start + 30_001);
    expect(paper.state).toBe("cut");
  });

  it("says that it is there after twenty silent seconds", () => {
    const { paper, line } = open();
    line.look(start + 19_999);
    expect(paper.text).toBe("");
    line.look(start + 20_000);
    expect(paper.text).toBe(": still here\n\n");
  });

  it("closes when its token has run out, and says the end only where access has ended", () => {
    const expired = open();
    expired.line.look(start + 3_600_000);
    expect(expired.paper).toMatchObject({ state: "ended", text: "" });
    const over = open();
    over.line.end();
    expect(over.paper).toMatchObject({ state: "ended", text: "event: end\ndata: {}\n\n" });
  });

  it("is not waited for when it is to close and can't take more", () => {
    for (const leave of ["end", "close"] as const) {
      const { paper, line } = open();
      paper.isFull = true;
      line.show(event(1));
      line[leave]();
      expect(paper.state).toBe("cut");
    }
  });
});
