import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { authenticate } from "./auth-window.ts";
import type { HostContext } from "./host-protocol.ts";

const appOrigin = "http://localhost:3978";
const url = `${appOrigin}/tab/consent.html`;
const source = new EventTarget();
const opened = { postMessage: vi.fn(), close: vi.fn(), closed: false };
const open = vi.fn<(url: string, features: string) => typeof opened | null>(() => opened);
const context = () => ({ userObjectId: "ana's id", frameContext: "content" }) as unknown as HostContext;

beforeEach(() => {
  vi.useFakeTimers();
  vi.clearAllMocks();
  opened.closed = false;
});
afterEach(() => vi.useRealTimers());

const begin = () =>
  authenticate({ url, width: 480, height: 600, appOrigin, context }, { open, source: source as unknown as Window });

const say = (func: string, args: readonly unknown[] = [], from: { origin?: string; source?: object } = {}) =>
  source.dispatchEvent(
    Object.assign(new Event("message"), {
      data: { id: 7, uuidAsString: "uuid-7", func, args },
      origin: appOrigin,
      source: opened,
      ...from,
    }),
  );

describe("a window for consent", () => {
  it("opens at the size the app asks for, and is told that it is one", () => {
    void begin();
    expect(open).toHaveBeenCalledWith(url, "popup,width=480,height=600");
    say("initialize", ["2.58.0", 4, null]);
    const [message, to] = opened.postMessage.mock.calls[0] ?? [];
    expect([message.id, message.uuidAsString, message.args[0], to]).toEqual([7, "uuid-7", "authentication", appOrigin]);
    say("getContext");
    expect(opened.postMessage.mock.lastCall?.[0].args).toEqual([
      { userObjectId: "ana's id", frameContext: "authentication" },
    ]);
  });

  it("hands on what the app's page says at the end", async () => {
    const good = begin();
    say("authentication.authenticate.success", ["a code"]);
    expect(await good).toEqual([true, "a code"]);
    const bad = begin();
    say("authentication.authenticate.failure", ["access_denied"]);
    expect(await bad).toEqual([false, "access_denied"]);
  });

  it("counts as cancelled when it is closed before, and says when it could not open", async () => {
    const cancelled = begin();
    opened.closed = true;
    await vi.advanceTimersByTimeAsync(1000);
    expect(await cancelled).toEqual([false, "CancelledByUser"]);
    open.mockReturnValueOnce(null);
    expect(await begin()).toEqual([false, "FailedToOpenWindow"]);
    expect(vi.getTimerCount()).toBe(0);
  });

  it("listens to nobody else: another window, or the sign-in's own pages in it", async () => {
    const outcome = begin();
    say("authentication.authenticate.success", ["forged"], { source: {} });
    say("authentication.authenticate.success", ["forged"], { origin: "http://localhost:3980" });
    say("authentication.authenticate.success", ["true"]);
    expect(await outcome).toEqual([true, "true"]);
  });
});
