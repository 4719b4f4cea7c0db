import { describe, expect, it } from "vitest";
import { checkManifest, type Manifest } from "./check-manifest.ts";
import { exampleSettings, filledManifest, present } from "./manifest-fixture.ts";

const host = exampleSettings.PUBLIC_HOST;
const deployment = { host, clientId: exampleSettings.CLIENT_ID, botId: exampleSettings.BOT_ID };

/** What is said of the project's manifest once it has been spoiled in one way. */
function refusalsOf(spoil: (manifest: Manifest) => void): string[] {
  const manifest = filledManifest();
  spoil(manifest);
  return checkManifest(manifest, deployment);
}

const homeTab = (manifest: Manifest) => present(manifest.staticTabs?.find(({ entityId }) => entityId === "home"));
const firstBot = (manifest: Manifest) => present(manifest.bots?.[0]);
const firstList = (manifest: Manifest) => present(firstBot(manifest).commandLists?.[0]);
const firstCommand = (manifest: Manifest) => present(firstList(manifest).commands[0]);
const webApplication = (manifest: Manifest) => present(manifest.webApplicationInfo);

describe("[PACKAGE-1] The manifest's own checks", () => {
  it("let the project's manifest pass", () => {
    expect(refusalsOf(() => {})).toEqual([]);
  });

  it("refuse a placeholder that nothing filled", () => {
    const said = refusalsOf((manifest) => {
      manifest.description.short = "For ${{ORGANISATION}}";
    });
    expect(said).toEqual(["${{ORGANISATION}} was not filled in."]);
  });

  it("refuse an address without https, which the schema lets through", () => {
    const said = refusalsOf((manifest) => {
      manifest.developer.privacyUrl = `http://${host}/privacy`;
    });
    expect(said).toEqual([`developer.privacyUrl must begin with https: it is http://${host}/privacy.`]);
  });

  it("refuse valid domains without the app's own host", () => {
    const said = refusalsOf((manifest) => {
      manifest.validDomains = ["elsewhere.example"];
    });
    expect(said).toEqual([`validDomains must include ${host}, where the app is served.`]);
  });

  it.each(["*", "*.com", "*.co.uk", "*.azurewebsites.net", "*.*.example", "a*.northlight.example"])(
    "refuse to trust every name under %s",
    (domain) => {
      const said = refusalsOf((manifest) => manifest.validDomains?.push(domain));
      expect(said).toEqual([`validDomains may not trust "${domain}": strangers can have names there.`]);
    },
  );

  it("let an organisation trust every name under its own domain", () => {
    expect(refusalsOf((manifest) => manifest.validDomains?.push("*.northlight.example"))).toEqual([]);
  });

  it("refuse a valid domain with a scheme", () => {
    const said = refusalsOf((manifest) => manifest.validDomains?.push("https://northlight.example"));
    expect(said).toEqual([`validDomains takes host names alone: "https://northlight.example" has more.`]);
  });

  it.each([
    ["another host", `api://elsewhere.example/botid-${deployment.botId}`],
    ["another bot", `api://${host}/botid-${deployment.clientId}`],
    ["no bot", `api://${host}/${deployment.clientId}`],
  ])("refuse a sign-in resource for %s", (_, resource) => {
    const said = refusalsOf((manifest) => {
      webApplication(manifest).resource = resource;
    });
    expect(said).toEqual([
      `webApplicationInfo.resource must be api://${host}/botid-${deployment.botId}: single sign-on fails on any other.`,
    ]);
  });

  it("refuse a sign-in application that is not the deployment's", () => {
    const said = refusalsOf((manifest) => {
      webApplication(manifest).id = deployment.botId;
    });
    expect(said).toEqual(["webApplicationInfo.id must be the client id that tokens are issued for."]);
  });

  it("refuse a bot that is not the deployment's", () => {
    const said = refusalsOf((manifest) => {
      firstBot(manifest).botId = deployment.clientId;
    });
    expect(said).toEqual(["bots[0].botId must be the bot's id."]);
  });

  it.each(["counterpoint", "00000000-0000-0000-0000-000000000000"])("refuse %s as the app's id", (id) => {
    const said = refusalsOf((manifest) => {
      manifest.id = id;
    });
    expect(said).toEqual([`id must be a GUID other than zero: it is ${id}.`]);
  });

  it.each(["1.4", "1.4.0-beta", "v1.4.0", "01.4.0"])("refuse %s as the version", (version) => {
    const said = refusalsOf((manifest) => {
      manifest.version = version;
    });
    expect(said).toEqual([`version must be three numbers such as 1.4.0: it is ${version}.`]);
  });

  it("refuse two tabs with one entityId", () => {
    const said = refusalsOf((manifest) => {
      homeTab(manifest).entityId = "journal";
    });
    expect(said).toEqual(['Two tabs have the entityId "journal".']);
  });

  it("refuse a tab that is served from elsewhere", () => {
    const said = refusalsOf((manifest) => {
      homeTab(manifest).contentUrl = `https://${host}.elsewhere.example/`;
    });
    expect(said).toEqual([
      `The tab "home" must be served from https://${host}/: it is https://${host}.elsewhere.example/.`,
    ]);
  });

  it("refuse a tab that is served from nowhere", () => {
    const said = refusalsOf((manifest) => {
      delete homeTab(manifest).contentUrl;
    });
    expect(said).toEqual([`The tab "home" must be served from https://${host}/: it is missing.`]);
  });

  it("refuse a tab without a name", () => {
    const said = refusalsOf((manifest) => {
      delete homeTab(manifest).name;
    });
    expect(said).toEqual(['The tab "home" needs a name.']);
  });

  it("refuse an address for a tab that Teams draws itself", () => {
    const said = refusalsOf((manifest) => {
      homeTab(manifest).entityId = "about";
    });
    expect(said).toEqual([`"about" is Teams' own tab and takes no contentUrl: choose another entityId.`]);
  });

  it("refuse a fourth command list", () => {
    const said = refusalsOf((manifest) => {
      const scopes = ["personal", "groupChat", "team", "copilot"] as const;
      firstBot(manifest).scopes = [...scopes];
      firstBot(manifest).commandLists = scopes.map((scope) => ({ scopes: [scope], commands: [{ title: "help" }] }));
    });
    expect(said).toEqual(["A bot has at most 3 command lists: here are 4."]);
  });

  it("refuse a thirteenth command", () => {
    const said = refusalsOf((manifest) => {
      firstList(manifest).commands = Array.from({ length: 13 }, (_, index) => ({ title: `ask ${index}` }));
    });
    expect(said).toEqual(["A command list has at most 12 commands: here are 13."]);
  });

  it("refuse a command that is listed twice", () => {
    const said = refusalsOf((manifest) => {
      firstList(manifest).commands.push(firstCommand(manifest));
    });
    expect(said).toEqual(['The command "book our next check-in" is listed twice.']);
  });

  it("refuse commands where the bot is not", () => {
    const said = refusalsOf((manifest) => {
      firstList(manifest).scopes = ["team"];
    });
    expect(said).toEqual(['A command list is for "team", where the bot is not.']);
  });

  it("refuse two command lists for one place", () => {
    const said = refusalsOf((manifest) => {
      firstList(manifest).scopes = ["groupChat"];
    });
    expect(said).toEqual(['Two command lists are for "groupChat".']);
  });

  it.each<[string, number, (manifest: Manifest, text: string) => void]>([
    ["name.short", 30, (manifest, text) => (manifest.name.short = text)],
    ["name.full", 100, (manifest, text) => (manifest.name.full = text)],
    ["description.short", 80, (manifest, text) => (manifest.description.short = text)],
    ["description.full", 4000, (manifest, text) => (manifest.description.full = text)],
    ["developer.name", 32, (manifest, text) => (manifest.developer.name = text)],
    ["staticTabs[1].name", 128, (manifest, text) => (homeTab(manifest).name = text)],
    ["bots[0].commandLists[0].commands[0].title", 32, (manifest, text) => (firstCommand(manifest).title = text)],
    [
      "bots[0].commandLists[0].commands[0].description",
      128,
      (manifest, text) => (firstCommand(manifest).description = text),
    ],
  ])("refuse %s with more than %i characters", (name, limit, put) => {
    expect(refusalsOf((manifest) => put(manifest, "a".repeat(limit)))).toEqual([]);
    expect(refusalsOf((manifest) => put(manifest, "a".repeat(limit + 1)))).toEqual([
      `${name} may have ${limit} characters: it has ${limit + 1}.`,
    ]);
  });

  const asking = (...resourceSpecific: readonly { name: string; type: "Application" | "Delegated" }[]) =>
    refusalsOf((manifest) => {
      manifest.authorization = { permissions: { resourceSpecific: [...resourceSpecific] } };
    });
  const ours = { name: "OnlineMeeting.ReadBasic.Chat", type: "Application" } as const;
  const others = [
    { name: "OnlineMeetingParticipant.Read.Chat", type: "Application" },
    { name: "MeetingStage.Write.Chat", type: "Delegated" },
  ] as const;

  it("refuse a manifest that doesn't ask a chat for what the server consents to", () => {
    expect(asking(...others)).toEqual([
      "The manifest must ask for OnlineMeeting.ReadBasic.Chat: shared/contract/chat-permissions.ts consents to it.",
    ]);
    expect(asking(ours)).toEqual([
      "The manifest must ask for OnlineMeetingParticipant.Read.Chat: shared/contract/chat-permissions.ts consents to it.",
      "The manifest must ask for MeetingStage.Write.Chat: shared/contract/chat-permissions.ts consents to it.",
    ]);
  });

  it("refuse any other permission in chats and meetings, as the app has no use for it", () => {
    expect(asking(ours, ...others, { name: "ChatMessage.Read.Chat", type: "Application" })).toEqual([
      "The app has no use for the permission ChatMessage.Read.Chat (Application): leave it out.",
    ]);
  });

  it("refuse the permission where it is asked in a person's name, or twice", () => {
    expect(asking({ ...ours, type: "Delegated" }, ...others)).toEqual([
      "The app has no use for the permission OnlineMeeting.ReadBasic.Chat (Delegated): leave it out.",
    ]);
    expect(asking(ours, ours, ...others)).toEqual(["The permission OnlineMeeting.ReadBasic.Chat is asked for twice."]);
  });

  it("refuse a manifest that keeps the panel from the meeting's stage", () => {
    const shares = (manifest: Manifest) => {
      delete manifest.meetingExtensionDefinition;
    };
    expect(refusalsOf(shares)).toEqual([
      "meetingExtensionDefinition.supportsCustomShareToStage must be true: the panel offers the stage.",
    ]);
    const stands = (manifest: Manifest) => {
      present(manifest.staticTabs?.at(-1)).context = ["meetingSidePanel"];
    };
    expect(refusalsOf(stands)).toEqual([
      'A tab must have the context "meetingStage": the panel puts the prompt there.',
    ]);
  });
});
