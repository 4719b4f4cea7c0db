import { createHash } from "node:crypto";
import { type LocalPerson, localApp, localPeople, localTenant, signInChoices } from "../identities.ts";

/** The bot as a member of a chat. */
export const botAccount = { id: `28:${localApp.botAppId}`, name: "Counterpoint" };

const hashed = (text: string) => createHash("sha256").update(text).digest("base64url");

/** The person's id in chats: opaque, and the same in every chat with this bot, as in Teams. */
export const chatUserId = (person: LocalPerson): string => `29:1${hashed(`${person.oid} ${localApp.botAppId}`)}`;

/** The id of the person's one-to-one chat with the bot. */
export const personalChatId = (person: LocalPerson): string =>
  `a:1${hashed(`chat ${person.oid} ${localApp.botAppId}`)}`;

/** The person behind a chat id ("29:…"), a directory id or a sign-in name; undefined when nobody is. */
export function personById(id: string): LocalPerson | undefined {
  return localPeople.find((one) => one.oid === id || one.mail === id.toLowerCase() || chatUserId(one) === id);
}

/** Someone from outside the tenant, whom anybody may let into a meeting: no directory knows this person, and no sign-in. */
export const guest: LocalPerson = {
  oid: "",
  givenName: "Guest",
  surname: "",
  mail: "",
  jobTitle: "",
  department: "",
  zone: "Europe/London",
  locale: "en-GB",
  hours: { days: [], from: "09:00", to: "17:30" },
  managerOid: null,
};

/** Who sits at a window of a meeting: one of the five, on a first or second device, or the guest. */
export function personAtSeat(seat: string): LocalPerson | undefined {
  return seat === "guest" ? guest : personBySlug(seat.replace(/-2$/, ""));
}

/** One of the five who can be chosen on the first page, by the name in the address ("ana"); undefined for anyone else. */
export function personBySlug(slug: string): LocalPerson | undefined {
  const name = signInChoices.find((one) => one.toLowerCase() === slug.toLowerCase());
  return name === undefined ? undefined : localPeople.find((one) => one.givenName === name);
}

/** The name of a person in addresses. */
export const slugOf = (person: LocalPerson): string => person.givenName.toLowerCase();

export const fullName = (person: LocalPerson): string => `${person.givenName} ${person.surname}`.trim();

/** The person as the sender of an activity. Of a guest Teams tells no directory id. */
export const senderAccount = (person: LocalPerson) => ({
  id: chatUserId(person),
  ...(person === guest ? {} : { aadObjectId: person.oid }),
  name: fullName(person),
});

/** The person as Teams names participants when they join and leave a meeting. */
export const participantAccount = (person: LocalPerson) =>
  person === guest ? { ...senderAccount(guest), userRole: "anonymous" } : memberAccount(person);

/** The person as the connector lists members. */
export const memberAccount = (person: LocalPerson) => ({
  ...senderAccount(person),
  objectId: person.oid,
  givenName: person.givenName,
  surname: person.surname,
  email: person.mail,
  userPrincipalName: person.mail,
  tenantId: localTenant.id,
  userRole: "user",
});
