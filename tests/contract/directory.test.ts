import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { openDirectory } from "../../bot/graph/directory.ts";
import { CalendarAway } from "../../bot/ports/calendar.ts";
import { localPerson } from "../../local/identities.ts";
import { type OutlookWorld, startOutlookWorld } from "./outlook-world.ts";

let world: OutlookWorld;

beforeAll(async () => {
  world = await startOutlookWorld();
});
afterAll(() => world?.stop());
beforeEach(() => world.reset());

describe("who someone is", () => {
  it("says a name, an address, a zone in IANA's words and a language", async () => {
    const ben = localPerson("Ben");
    expect(await openDirectory(world.options()).find(ben.oid)).toEqual({
      id: ben.oid,
      fullName: "Ben Okafor",
      givenName: "Ben",
      mail: ben.mail,
      timeZone: "Asia/Kolkata",
      locale: "en-IN",
    });
  });

  it("keeps the zone of a mailbox that names it the IANA way", async () => {
    expect(await openDirectory(world.options()).find(localPerson("Dara").oid)).toMatchObject({
      timeZone: "Europe/Prague",
    });
  });

  it("knows someone without a mailbox, but not their zone", async () => {
    await world.behave("Chidi", { hasMailbox: false });
    expect(await openDirectory(world.options()).find(localPerson("Chidi").oid)).toMatchObject({
      givenName: "Chidi",
      timeZone: null,
    });
  });

  it("knows someone whose mailbox is closed to us, but not their zone", async () => {
    await world.behave("Chidi", { permissions: "none" });
    expect(await openDirectory(world.options()).find(localPerson("Chidi").oid)).toMatchObject({
      givenName: "Chidi",
      timeZone: null,
    });
  });

  it("knows nobody by an id the directory lacks", async () => {
    expect(await openDirectory(world.options()).find("00000000-0000-4000-a000-00000000dead")).toBeNull();
  });

  it("says that it is away when Graph doesn't answer, rather than that nobody is there", async () => {
    await world.fault({ match: { pathIncludes: "/users/" }, times: -1, kind: "drop-before" });
    await expect(openDirectory(world.options()).find(localPerson("Ana").oid)).rejects.toThrow(CalendarAway);
  });
});
