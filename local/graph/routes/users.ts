import type { FastifyInstance, FastifyRequest } from "fastify";
import { type LocalPerson, localPeople, localTenant } from "../../identities.ts";
import { answer, contextOf, rootOf } from "../answers.ts";
import { GraphError } from "../errors.ts";
import { readFilter } from "../filter.ts";
import { ordered, queryOptions, requireOptions, selected, selection } from "../odata.ts";
import { nextLink, pageOf } from "../paging.ts";
import { displayNameOf, personBy } from "../people.ts";
import { readsProfiles } from "../permissions.ts";
import { callerOf, personOf } from "../request-context.ts";

const basics = ["id", "displayName", "givenName", "mail", "surname", "userPrincipalName"] as const;

/** A person as the directory holds them. */
function userShape(person: LocalPerson) {
  return {
    id: person.oid,
    businessPhones: [],
    displayName: displayNameOf(person),
    givenName: person.givenName,
    jobTitle: person.jobTitle,
    mail: person.mail,
    mobilePhone: null,
    officeLocation: null,
    preferredLanguage: person.locale,
    surname: person.surname,
    userPrincipalName: person.mail,
    department: person.department,
    companyName: localTenant.name,
    accountEnabled: true,
    userType: "Member",
  };
}

const known = Object.keys(userShape(localPeople[0] as LocalPerson));

/** What an answer holds when nothing is selected. */
const usual = known.slice(0, 11);
const filterable = [
  "id",
  "mail",
  "userPrincipalName",
  "displayName",
  "givenName",
  "surname",
  "department",
  "accountEnabled",
];

/** What this caller may see of people: a caller without a directory grant gets the basics, and null for the rest that it selects. */
function seenBy(request: FastifyRequest, person: LocalPerson, names: readonly string[] | undefined) {
  const shape = selected(userShape(person), names ?? usual);
  const full = readsProfiles(callerOf(request));
  const isBasic = (key: string) => (basics as readonly string[]).includes(key);
  const entries = Object.entries(shape).filter(([key]) => key !== "id" || !names || names.includes("id"));
  return Object.fromEntries(
    entries.map(([key, value]) => [key, full || isBasic(key) ? value : Array.isArray(value) ? [] : null]),
  );
}

const contextFor = (names: readonly string[] | undefined) => (names ? `users(${names.join(",")})` : "users");

/** People by list, by id or principal name, and who their manager is. */
export function addUserRoutes(app: FastifyInstance): void {
  app.get("/users", { config: { operation: "readUsers" } }, (request, reply) => answer(reply, 200, listUsers(request)));
  for (const [path, operation] of [
    ["/users/:user", "readUsers"],
    ["/me", "readMe"],
  ] as const) {
    app.get(path, { config: { operation } }, (request, reply) =>
      answer(reply, 200, oneUser(request, personOf(request))),
    );
    app.get(`${path}/manager`, { config: { operation: "readManager" } }, (request, reply) =>
      answer(reply, 200, oneUser(request, managerOf(personOf(request)))),
    );
  }
}

function managerOf(person: LocalPerson): LocalPerson {
  const manager = person.managerOid === null ? undefined : personBy(person.managerOid);
  if (manager) return manager;
  const sentence =
    "Resource 'manager' does not exist or one of its queried reference-property objects are not present.";
  throw new GraphError(404, "Request_ResourceNotFound", sentence);
}

function oneUser(request: FastifyRequest, person: LocalPerson) {
  const options = queryOptions(request.url);
  requireOptions(options, ["select"]);
  const names = selection(options, "user", known);
  return { "@odata.context": contextOf(request, `${contextFor(names)}/$entity`), ...seenBy(request, person, names) };
}

function listUsers(request: FastifyRequest) {
  const options = queryOptions(request.url);
  requireOptions(options, ["select", "filter", "top", "skiptoken", "orderby", "count"]);
  const names = selection(options, "user", known);
  const filter = options.get("filter");
  const matches = filter ? readFilter(filter, filterable) : () => true;
  const people = ordered(
    localPeople.filter((person) => matches(userShape(person))).map((person) => ({ ...userShape(person), person })),
    options.get("orderby"),
    ["displayName", "userPrincipalName"],
  );
  const page = pageOf(options, { usual: 100, most: 999 });
  const link =
    people.length > page.skip + page.top
      ? nextLink(rootOf(request).replace("/v1.0", "") + request.url, page, "skiptoken")
      : null;
  return {
    "@odata.context": contextOf(request, contextFor(names)),
    ...(options.get("count") === "true" ? { "@odata.count": people.length } : {}),
    ...(link ? { "@odata.nextLink": link } : {}),
    value: people.slice(page.skip, page.skip + page.top).map(({ person }) => seenBy(request, person, names)),
  };
}
