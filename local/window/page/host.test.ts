import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { TeamsHost } from "./host.ts";
import type { HostSide } from "./host-protocol.ts";

const appOrigin = "http://localhost:3978";

/** A frame that remembers what was posted to it. */
const frame = { postMessage: vi.fn() };
const another = { postMessage: vi.fn() };
const source = new EventTarget();

const side = {
  appOrigin,
  frame: () => frame as unknown as Window,
  context: () => ({
    userObjectId: "ana's id",
    tid: "tenant",
    loginHint: "ana@northlight.example",
    userPrincipalName: "ana@northlight.example",
    userDisplayName: "Ana Moreau",
    entityId: "home",
    theme: "dark",
    locale: "en-gb",
    hostName: "Teams",
    hostClientType: "web",
    frameContext: "sidePanel",
  }),
  authToken: vi.fn(async () => "a token"),
  openLink: vi.fn((url: string) => url.startsWith("https://")),
  openPage: vi.fn(() => true),
  goBack: vi.fn(() => true),
  authenticate: vi.fn(async () => [true, "a code"] as const),
  onStatus: vi.fn(),
  meeting: {
    details: () => ({ details: { title: "Check-in" } }),
    mayShare: () => true,
    isSharing: () => false,
    share: vi.fn((url: string) => url.startsWith(appOrigin)),
    stopSharing: vi.fn(),
  },
} satisfies HostSide;

let host: TeamsHost;
let detach: () => void;
beforeEach(() => {
  vi.clearAllMocks();
  host = new TeamsHost(side);
  detach = host.attach(source as unknown as Window);
});
afterEach(() => detach());

let lastId = 0;

/** Sends what teams-js would send, and gives back what the host answered, if anything. */
async function send(func: string, args: readonly unknown[] = [], from: { origin?: string; source?: object } = {}) {
  lastId += 1;
  const data = { id: lastId, uuidAsString: `uuid-${lastId}`, func, args, apiVersionTag: "v2_test" };
  source.dispatchEvent(Object.assign(new Event("message"), { data, origin: appOrigin, source: frame, ...from }));
  await new Promise((resolve) => setTimeout(resolve));
  const answer = frame.postMessage.mock.calls.find(([message]) => message.id === lastId);
  if (answer) expect([answer[0].uuidAsString, answer[1]]).toEqual([`uuid-${lastId}`, appOrigin]);
  return answer?.[0].args as unknown[] | undefined;
}

describe("a frame of the app", () => {
  it("is told where it stands and what this host can do", async () => {
    const [frameContext, clientType, runtime, version] = (await send("initialize", ["2.58.0", 4, null])) ?? [];
    expect([frameContext, clientType, version]).toEqual(["sidePanel", "web", "2.0.1"]);
    expect(JSON.parse(String(runtime))).toMatchObject({
      apiVersion: 4,
      isLegacyTeams: false,
      supports: { meeting: {} },
    });
    expect(side.onStatus).toHaveBeenCalledWith("initialized");
  });

  it("gets its person's context, flat", async () => {
    expect(await send("getContext")).toEqual([side.context()]);
  });

  it("gets a fresh token, or why there is none", async () => {
    expect(await send("authentication.getAuthToken", [null, null, false, null])).toEqual([true, "a token"]);
    side.authToken.mockRejectedValueOnce(new Error("The sign-in can't be reached."));
    expect(await send("authentication.getAuthToken")).toEqual([false, "The sign-in can't be reached."]);
  });

  it("lets its person consent in a window of the app's own, and of nobody else's", async () => {
    const start = `${appOrigin}/tab/consent.html`;
    const asked = start.replace("http:", "https:");
    expect(await send("authentication.authenticate", [asked, 500, 600, false])).toEqual([true, "a code"]);
    expect(side.authenticate).toHaveBeenCalledWith(start, 500, 600);
    const elsewhere = await send("authentication.authenticate", ["https://elsewhere.example/", 500, 600]);
    expect(elsewhere).toEqual([false, expect.any(String)]);
    expect(side.authenticate).toHaveBeenCalledOnce();
  });

  it("opens other pages and links, and hears when a link leads nowhere", async () => {
    expect(await send("pages.navigateToApp", [{ appId: "app", pageId: "journal", subPageId: "e1" }])).toEqual([true]);
    expect(side.openPage).toHaveBeenCalledWith("journal", "e1");
    expect(await send("executeDeepLink", ["https://teams.microsoft.com/l/entity/app/home"])).toEqual([true]);
    expect(await send("pages.currentApp.navigateTo", [{ pageId: "about" }])).toEqual([null]);
    expect(await send("pages.currentApp.navigateToDefaultPage")).toEqual([null]);
    side.openPage.mockReturnValueOnce(false);
    expect(await send("pages.currentApp.navigateTo", [{ pageId: "none" }])).toMatchObject([{ errorCode: 4000 }]);
    expect(await send("executeDeepLink", ["nothing"])).toMatchObject([false, expect.any(String)]);
    expect(await send("navigateBack")).toEqual([true]);
  });

  it("asks about the meeting and shares to its stage", async () => {
    expect(await send("meeting.getMeetingDetails")).toEqual([null, { details: { title: "Check-in" } }]);
    expect(await send("meeting.getAppContentStageSharingCapabilities")).toEqual([
      null,
      { doesAppHaveSharePermission: true },
    ]);
    expect(await send("meeting.getAppContentStageSharingState")).toEqual([null, { isAppSharing: false }]);
    const protocol = { sharingProtocol: "Collaborative" };
    expect(await send("meeting.shareAppContentToStage", [`${appOrigin}/tab/stage.html`, protocol])).toEqual([
      null,
      true,
    ]);
    expect(await send("meeting.shareAppContentToStage", ["https://elsewhere.example", protocol])).toMatchObject([
      { errorCode: 500 },
    ]);
    expect(await send("meeting.stopSharingAppContentToStage")).toEqual([null, true]);
    expect(side.meeting.stopSharing).toHaveBeenCalledOnce();
  });

  it("gets no answer where the protocol has none", async () => {
    for (const func of ["registerHandler", "appInitialization.success", "settings.setValidityState"])
      expect(await send(func, ["themeChange"])).toBeUndefined();
    expect(side.onStatus).toHaveBeenCalledWith("ready");
  });

  it("hears 'not supported' in the shape of the call it made, rather than nothing", async () => {
    expect(await send("meeting.getLiveStreamState")).toMatchObject([{ errorCode: 100 }]);
    expect(await send("authentication.getUser")).toMatchObject([false, expect.any(String)]);
  });
});

describe("anybody else", () => {
  it("is ignored: another window, another origin, or a message that isn't one", async () => {
    expect(await send("getContext", [], { source: another })).toBeUndefined();
    expect(await send("getContext", [], { origin: "https://elsewhere.example" })).toBeUndefined();
    source.dispatchEvent(Object.assign(new Event("message"), { data: "hello", origin: appOrigin, source: frame }));
    source.dispatchEvent(Object.assign(new Event("message"), { data: null, origin: appOrigin, source: frame }));
    expect(frame.postMessage).not.toHaveBeenCalled();
    expect(another.postMessage).not.toHaveBeenCalled();
  });

  it("is ignored after the frame is gone", async () => {
    detach();
    expect(await send("getContext")).toBeUndefined();
  });
});

it("pushes a change of theme to the app's origin only, once the app has begun to talk", async () => {
  host.push("themeChange", ["dark"]);
  expect(frame.postMessage).not.toHaveBeenCalled();
  await send("initialize");
  host.push("themeChange", ["contrast"]);
  expect(frame.postMessage).toHaveBeenLastCalledWith({ func: "themeChange", args: ["contrast"] }, appOrigin);
});
