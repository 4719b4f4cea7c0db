import { type LocalPerson, localTenant } from "../identities.ts";
import { page } from "./pages.ts";
import type { GraphScope } from "./scopes.ts";

/**
 * The page that asks a person for consent. It names everything asked, and what only an administrator may allow: then there is
 * nothing to accept, as at Entra.
 */
export function consentPage(person: LocalPerson, asked: readonly GraphScope[], missing: readonly GraphScope[]): string {
  const name = `${person.givenName} ${person.surname}`;
  return missing.length > 0 ? refusedPage(name, missing) : askingPage(name, asked);
}

const list = (scopes: readonly GraphScope[]) =>
  `<ul class="asked">${scopes.map(({ name, words }) => `<li><b>${words}</b><span>${name}</span></li>`).join("")}</ul>`;

const askingPage = (name: string, asked: readonly GraphScope[]) =>
  page(
    "Counterpoint asks for your permission",
    `<p>${name}, ${localTenant.name}</p><p class="lead">Counterpoint would like to:</p>${list(asked)}
<p>It may do this when you are not using it, too, until you or an administrator take it back.</p>
<form method="post"><button class="primary" name="answer" value="accept">Accept</button>
<button name="answer" value="cancel">Cancel</button></form>`,
  );

const refusedPage = (name: string, missing: readonly GraphScope[]) =>
  page(
    "An administrator has to allow this",
    `<p>${name}, ${localTenant.name}</p><p class="lead">Only an administrator may let Counterpoint:</p>${list(missing)}
<form method="post"><button class="primary" name="answer" value="cancel">Go back to Counterpoint</button></form>`,
  );
