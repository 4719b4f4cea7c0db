import type { FastifyInstance } from "fastify";
import { localPerson, signInChoices } from "../identities.ts";
import type { SignIn } from "./context.ts";
import type { Delegations } from "./delegations.ts";
import { page } from "./pages.ts";

/** What the page's "Give consent" stands for: what Counterpoint needs to book in a person's name. */
const usualConsent = [
  "Calendars.ReadWrite",
  "MailboxSettings.Read",
  "User.ReadBasic.All",
  "OnlineMeetings.ReadWrite",
  "TeamsAppInstallation.ReadWriteAndConsentSelfForChat",
];

type Fields = Readonly<Record<string, string | undefined>>;

/** `/_local/people`: who consented to what, with buttons that give it, take it back, and end refresh tokens. */
export function peoplePage(app: FastifyInstance, { delegations }: SignIn): void {
  app.get("/_local/people", async (_request, reply) =>
    reply.header("cache-control", "no-store").type("text/html; charset=utf-8").send(peopleView(delegations)),
  );
  app.post<{ Body: Fields }>("/_local/people", async ({ body }, reply) => {
    const { oid = "", act } = body ?? {};
    if (act === "consent") delegations.consent(oid, usualConsent);
    if (act === "withdraw") delegations.withdraw(oid);
    if (act === "revoke") delegations.revoke(oid);
    return reply.redirect("/_local/people", 303);
  });
}

function peopleView(delegations: Delegations): string {
  const rows = signInChoices.map(localPerson).map(({ oid, givenName, surname }) => {
    const held = [...delegations.consented(oid)];
    const button = (act: string, words: string) => `<button name="act" value="${act}">${words}</button>`;
    return `<li><b>${givenName} ${surname}</b><span>${held.length > 0 ? held.join(", ") : "No consent given"}</span>
<form method="post" aria-label="${givenName} ${surname}"><input type="hidden" name="oid" value="${oid}">
${button("consent", "Give consent")}${button("withdraw", "Withdraw consent")}${button("revoke", "End refresh tokens")}</form></li>`;
  });
  return page(
    "Whom Counterpoint may act for",
    `<p>What people let Counterpoint do in Outlook in their name. Access tokens that are out already live on for up to an hour.</p>
<ul class="asked people">${rows.join("")}</ul>`,
  );
}
