/** The one organisation that exists on this machine, and everyone in it. Ids are fixed so that a second start finds the same people. */
export const localTenant = {
  id: "7a3f0c52-6d1e-4b8a-9c55-1f2e3d4c5b6a",
  name: "Northlight",
  domain: "northlight.example",
};

/** The app registration's stand-in: one Entra application and one bot. The secrets guard nothing but this machine's own stand-ins. */
export const localApp = {
  clientId: "c1d2e3f4-0a1b-4c2d-8e3f-4a5b6c7d8e9f",
  clientSecret: "local-only-client-secret",
  botAppId: "b07a1c2d-3e4f-4a5b-8c6d-7e8f9a0b1c2d",
  botAppPassword: "local-only-bot-password",
  teamsAppId: "7ea35a99-1b2c-4d3e-8f4a-5b6c7d8e9f0a",
};

/** A person as the directory knows them. `zone` is IANA; `days` are ISO weekdays (1 = Monday) and hours local "HH:MM". */
export interface LocalPerson {
  readonly oid: string;
  readonly givenName: string;
  readonly surname: string;
  readonly mail: string;
  readonly jobTitle: string;
  readonly department: string;
  readonly zone: string;
  readonly locale: string;
  readonly hours: { readonly days: readonly number[]; readonly from: string; readonly to: string };
  readonly managerOid: string | null;
}

type Row = readonly [given: string, surname: string, title: string, department: string, zone: string, locale: string];

const weekdays = { days: [1, 2, 3, 4, 5], from: "09:00", to: "17:30" };
const gulfDays = { days: [1, 2, 3, 4, 7], from: "08:30", to: "17:00" };

/** Whom the sign-in page offers by name: two pairs and the coordinator. */
export const signInChoices = ["Ana", "Ben", "Chidi", "Dara", "Elif"] as const;

const rows: readonly Row[] = [
  ["Ana", "Moreau", "Analyst", "Operations", "Europe/London", "en-GB"],
  ["Ben", "Okafor", "Finance director", "Finance", "Asia/Kolkata", "en-IN"],
  ["Chidi", "Lindqvist", "Head of design", "Design", "Europe/Stockholm", "en-GB"],
  ["Dara", "Novak", "Service engineer", "Engineering", "Europe/Prague", "en-GB"],
  ["Elif", "Kaya", "Programme lead", "People", "Europe/Istanbul", "en-GB"],
  ["Farah", "Haddad", "Counsel", "Legal", "Asia/Dubai", "en-GB"],
  ["Gus", "Petersen", "Warehouse lead", "Logistics", "Europe/Copenhagen", "en-GB"],
  ["Hana", "Sato", "Researcher", "Research", "Asia/Tokyo", "en-GB"],
  ["Ivo", "Marković", "Support analyst", "Support", "Europe/Zagreb", "en-GB"],
  ["Jun", "Tan", "Product manager", "Product", "Asia/Singapore", "en-GB"],
  ["Kemi", "Adeyemi", "Regional director", "Sales", "Africa/Lagos", "en-GB"],
  ["Leo", "Bianchi", "Apprentice", "Engineering", "Europe/Rome", "en-GB"],
  ["Mira", "Joshi", "Data engineer", "Data", "Asia/Kolkata", "en-IN"],
  ["Niko", "Virtanen", "Treasurer", "Finance", "Europe/Helsinki", "en-GB"],
  ["Oona", "Byrne", "Nurse lead", "Health", "Europe/Dublin", "en-IE"],
  ["Paul", "Weber", "Plant manager", "Manufacturing", "Europe/Berlin", "en-GB"],
  ["Qi", "Zhang", "Chemist", "Research", "Asia/Shanghai", "en-GB"],
  ["Rosa", "Almeida", "Office manager", "Facilities", "America/Sao_Paulo", "en-GB"],
  ["Sam", "Taylor", "Service designer", "Design", "America/New_York", "en-US"],
  ["Priya", "Raman", "Operations director", "Operations", "Asia/Kolkata", "en-IN"],
  ["Tomas", "Ortega", "Sales associate", "Sales", "America/Mexico_City", "en-US"],
  ["Uma", "Nair", "Architect", "Engineering", "Asia/Kolkata", "en-IN"],
  ["Vera", "Costa", "Auditor", "Finance", "Europe/Lisbon", "en-GB"],
  ["Will", "Harper", "Driver planner", "Logistics", "Europe/London", "en-GB"],
  ["Xenia", "Popa", "Editor", "Communications", "Europe/Bucharest", "en-GB"],
  ["Yusuf", "Demir", "Security analyst", "Engineering", "Europe/Istanbul", "en-GB"],
  ["Zoe", "Martin", "Chief of staff", "Executive", "Europe/Paris", "en-GB"],
  ["Aiko", "Mori", "Planner", "Manufacturing", "Asia/Tokyo", "en-GB"],
  ["Bram", "de Vries", "Developer", "Engineering", "Europe/Amsterdam", "en-GB"],
];

const oidOf = (index: number) => `00000000-0000-4000-a000-${String(index + 1).padStart(12, "0")}`;
const zoeAt = rows.findIndex(([given]) => given === "Zoe");

/** Everyone in the organisation: the five who can sign in, and the colleagues who make up the spring cohort's other pairs. */
export const localPeople: readonly LocalPerson[] = rows.map(
  ([givenName, surname, jobTitle, department, zone, locale], index) => ({
    oid: oidOf(index),
    givenName,
    surname,
    mail:
      `${givenName}.${surname}`.toLowerCase().replaceAll(" ", "").normalize("NFD").replace(/\p{M}/gu, "") +
      `@${localTenant.domain}`,
    jobTitle,
    department,
    zone,
    locale,
    hours: zone === "Asia/Dubai" ? gulfDays : weekdays,
    managerOid: index === zoeAt ? null : oidOf(zoeAt),
  }),
);

/** The person with this given name; a name that is not there is a mistake in the caller. */
export function localPerson(givenName: string): LocalPerson {
  const person = localPeople.find((one) => one.givenName === givenName);
  if (!person) throw new Error(`Nobody here is called ${givenName}.`);
  return person;
}
