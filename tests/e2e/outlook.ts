import type { Page } from "playwright-core";
import { localPerson } from "../../local/identities.ts";
import type { World } from "../../local/start/world.ts";
import { checkInEvents, postJson, type ToldEvent } from "../world.ts";

/** A person's copy of the one check-in that stands in that person's calendar. */
export async function copyOf(world: Pick<World, "urls">, who: string): Promise<ToldEvent> {
  const copies = (await checkInEvents(world)).filter(({ mailbox }) => mailbox === localPerson(who).oid);
  const [copy] = copies;
  if (!copy || copies.length > 1) throw new Error(`${who} has ${copies.length} check-ins in Outlook.`);
  return copy;
}

/** Opens a person's check-in as that person has it in Outlook, by way of the calendar of its week. */
export async function openInOutlook(page: Page, world: Pick<World, "urls">, who: string): Promise<void> {
  const { startAt } = await copyOf(world, who);
  const address = new URL("/_local/calendars", world.urls.graph);
  address.search = new URLSearchParams({ people: who, week: startAt.slice(0, 10) }).toString();
  await page.goto(address.href);
  await page.getByRole("link", { name: "Check-in", exact: true }).click();
}

/** Does to a person's check-in what that person can do in Outlook; the calendars' stand-in names the acts. */
export async function actInOutlook(
  world: Pick<World, "urls">,
  who: string,
  act: string,
  given: Readonly<Record<string, unknown>> = {},
): Promise<void> {
  const { immutableId } = await copyOf(world, who);
  const path = `/_local/outlook/${who}/events/${encodeURIComponent(immutableId)}/${act}`;
  const answer = await postJson(new URL(path, world.urls.graph).href, given);
  if (!answer.ok) throw new Error(`Outlook answered ${answer.status}.`);
}
