import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { meetingStage, noStage, type StageCalls } from "./meeting-stage.ts";

const calls = (over: Partial<StageCalls> = {}): StageCalls => ({
  capabilities: (done) => done(null, { doesAppHaveSharePermission: true }),
  state: (done) => done(null, { isAppSharing: false }),
  share: (done) => done(null, true),
  stop: (done) => done(null, true),
  ...over,
});

beforeEach(() => vi.stubGlobal("location", new URL("https://app.example/tab/panel.html?a=1#b")));
afterEach(() => vi.unstubAllGlobals());

describe("the meeting's stage", () => {
  it("shows the session's own page, for everyone in the meeting", async () => {
    const share = vi.fn<StageCalls["share"]>((done) => done(null, true));
    expect(await meetingStage(calls({ share })).share()).toBe(true);
    expect(share.mock.calls[0]?.[1]).toBe("https://app.example/tab/panel.html");
  });

  it("is left as it is where the app is on it already", async () => {
    const share = vi.fn<StageCalls["share"]>();
    const stage = meetingStage(calls({ share, state: (done) => done(null, { isAppSharing: true }) }));
    expect(await stage.share()).toBe(true);
    expect(share).not.toHaveBeenCalled();
  });

  it("is taken off only where the app is on it", async () => {
    const stop = vi.fn<StageCalls["stop"]>((done) => done(null, true));
    await meetingStage(calls({ stop })).stop();
    expect(stop).not.toHaveBeenCalled();
    await meetingStage(calls({ stop, state: (done) => done(null, { isAppSharing: true }) })).stop();
    expect(stop).toHaveBeenCalledOnce();
  });

  it("can't be used where Teams says no, or knows no stage", async () => {
    const refused = { errorCode: 500 };
    const throwing = () => {
      throw new Error("not from here");
    };
    expect(await meetingStage(calls({ capabilities: (done) => done(refused, null) })).canShare()).toBe(false);
    expect(await meetingStage(calls({ capabilities: throwing })).canShare()).toBe(false);
    expect(await meetingStage(calls({ share: (done) => done(refused, null) })).share()).toBe(false);
    expect(await noStage.canShare()).toBe(false);
    expect(await noStage.share()).toBe(false);
  });

  it("isn't waited for where Teams never answers", async () => {
    vi.useFakeTimers();
    const asked = meetingStage(calls({ capabilities: () => undefined })).canShare();
    await vi.advanceTimersByTimeAsync(5_000);
    vi.useRealTimers();
    expect(await asked).toBe(false);
  });
});
