import { expect, it, vi } from "vitest";
import { createBot } from "../bot.ts";
import type { BotSettings } from "../settings.ts";
import { startFakeChannel } from "../testing/fake-channel.ts";
import { fakeUseCases } from "../testing/fake-use-cases.ts";
import { ana, appId, now, tenantId } from "../testing/people.ts";
import { activityOf } from "../testing/talk.ts";

const quiet = { info: () => {}, warn: () => {}, error: () => {} };
const botWith = (settings: Partial<BotSettings>) =>
  createBot({
    settings: { tenantId, appId, ...settings },
    useCases: fakeUseCases(),
    log: quiet,
    clock: { now: () => now },
    pace: { turn: () => Promise.resolve(0) },
  });

it("answers 503 while the channel's keys can't be fetched, so that the channel tries again", async () => {
  const channel = await startFakeChannel(appId);
  const token = await channel.token();
  await channel.close();
  const bot = botWith({ connectorMetadataUrl: channel.metadataUrl, tokenUrl: channel.tokenUrl, appPassword: "secret" });
  const answer = await bot.handle(`Bearer ${token}`, activityOf(ana, channel, { type: "message", text: "hello" }));
  expect(answer).toMatchObject({ status: 503, body: { refusal: "unavailable" } });
});

it("takes unsigned activities for the Agents Playground alone, and answers them unsigned", async () => {
  const channel = await startFakeChannel(appId);
  const activity = activityOf(ana, channel, { type: "message", text: "thanks" });
  expect(await botWith({ allowUnsigned: true }).handle(undefined, activity)).toMatchObject({ status: 200 });
  expect(channel.calls).toMatchObject([{ authorization: undefined, body: { text: "With pleasure, Ana." } }]);
  await channel.close();
});

it.each([
  ["a password", { appPassword: "secret" }],
  ["a managed identity", {}],
])("verifies in a tenant with Microsoft's own keys, signing with %s", async (_how, settings) => {
  vi.spyOn(console, "error").mockImplementation(() => {});
  const activity = activityOf(
    ana,
    { serviceUrl: "https://smba.trafficmanager.net/teams/" },
    { type: "message", text: "hello" },
  );
  expect(await botWith(settings).handle(undefined, activity)).toMatchObject({ status: 401 });
  expect(await botWith(settings).handle("Bearer a.b.c", activity)).toMatchObject({ status: 401 });
});
