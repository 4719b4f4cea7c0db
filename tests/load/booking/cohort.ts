import type pg from "pg";
import { crowdPerson } from "../../../local/graph/people.ts";
import { type LocalPerson, localPeople, localPerson, localTenant } from "../../../local/identities.ts";
import { botAccount, personalChatId, senderAccount } from "../../../local/window/people.ts";
import type { ProgrammeFile } from "../../../shared/contract/programme-file.ts";

export const cohortId = "10ad0001-00b1-4000-8000-000000000001";
const pairIdOf = (at: number): string => `10ad0001-00b2-4000-8000-${at.toString(16).padStart(12, "0")}`;

/** How far apart the crowds lie: a hundred thousand people are three of them. */
const crowdSize = 33_000;

/** Two people of a crowd of the stand-in's, 0, 1 or 2, who live in one zone, by the number of their pair from 0. */
export function pairOf(at: number, pairs: number, crowd = 0): readonly [LocalPerson, LocalPerson] {
  const many = Math.ceil(pairs / localPeople.length) * localPeople.length;
  const first = crowdSize * crowd + at + 1;
  return [crowdPerson(first), crowdPerson(first + many)];
}

/** One cohort that has just begun, of so many pairs that have not met; Elif coordinates it. */
export function cohortToBook(pairs: number, now: Date): ProgrammeFile {
  const all = Array.from({ length: pairs }, (_, at) => pairOf(at, pairs));
  return {
    people: [...all.flat(), localPerson("Elif")].map(personFile),
    programme: {
      id: "10ad0001-00b0-4000-8000-000000000001",
      name: "A large programme",
      purposes: ["connecting-generations"],
      statement: "We decide better when people who rarely meet have listened to each other.",
      sponsorName: "Zoe Martin",
      coordinators: [localPerson("Elif").oid],
    },
    cohorts: [
      {
        id: cohortId,
        name: "Everybody",
        startsOn: dayFrom(now, 0),
        endsOn: dayFrom(now, 200),
        minutes: 60,
        cadenceDays: 28,
        pairs: all.map((members, at) => ({
          id: pairIdOf(at),
          members: members.map(({ oid }) => oid),
          status: "meeting",
          agreementLines: ["What we say here stays with us."],
          checkIns: [],
          goals: [],
          entries: [],
        })),
      },
    ],
  };
}

const personFile = ({ oid, givenName, surname, locale, zone }: LocalPerson): ProgrammeFile["people"][number] => ({
  id: oid,
  name: `${givenName} ${surname}`,
  fullName: `${givenName} ${surname}`,
  locale,
  timeZone: zone,
});

const dayFrom = (now: Date, days: number): string =>
  new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10);

/** Gives everyone of the cohort a chat with the bot, as if each had installed it, at the connector with this address. */
export async function openChats(client: pg.Client, pairs: number, serviceUrl: string): Promise<void> {
  const people = Array.from({ length: pairs }, (_, at) => pairOf(at, pairs)).flat();
  const rows = people.map((person) => ({
    tenant_id: localTenant.id,
    person_id: person.oid,
    reference: {
      channelId: "msteams",
      serviceUrl,
      bot: botAccount,
      user: senderAccount(person),
      conversation: { id: personalChatId(person), tenantId: localTenant.id, conversationType: "personal" },
    },
  }));
  await client.query("insert into app.conversation select * from json_populate_recordset(null::app.conversation, $1)", [
    JSON.stringify(rows),
  ]);
}
