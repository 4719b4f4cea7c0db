import { localPerson, localTenant, signInChoices } from "../identities.ts";

const style = `
  :root { color-scheme: light dark; --ground: #f5f5f5; --card: #fff; --text: #242424; --quiet: #424242; --edge: #8a8a8a; --accent: #4f52b2; }
  @media (prefers-color-scheme: dark) { :root { --ground: #1f1f1f; --card: #292929; --text: #fff; --quiet: #d6d6d6; --edge: #8a8a8a; --accent: #9299f7; } }
  * { box-sizing: border-box; }
  body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--ground); color: var(--text);
    font: 14px/20px "Segoe UI", "Open Sans", system-ui, sans-serif; }
  main { width: min(440px, 100%); padding: 36px 24px; }
  h1 { font-size: 28px; line-height: 36px; font-weight: 600; margin: 0 0 4px; }
  p { color: var(--quiet); margin: 0 0 24px; }
  ul { list-style: none; margin: 0; padding: 0; display: grid; gap: 8px; }
  a { display: flex; justify-content: space-between; gap: 16px; padding: 14px 16px; border-radius: 4px; background: var(--card);
    border: 1px solid var(--edge); color: inherit; text-decoration: none; }
  a:hover { border-color: var(--accent); }
  a:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
  b { font-weight: 600; }
  span { color: var(--quiet); }
  .lead { margin: 0 0 8px; color: inherit; }
  .asked { margin: 0 0 24px; gap: 12px; }
  .asked li { padding-left: 12px; border-left: 2px solid var(--accent); }
  .asked b, .asked span { display: block; overflow-wrap: anywhere; }
  .asked span { font-size: 12px; line-height: 16px; }
  .people { gap: 24px; }
  .people form { margin-top: 8px; }
  .people button { min-height: 36px; padding: 6px 14px; }
  form { display: flex; flex-wrap: wrap; gap: 8px; }
  button { font: inherit; font-weight: 600; min-height: 40px; padding: 8px 20px; border-radius: 4px; cursor: pointer;
    background: var(--card); color: inherit; border: 1px solid var(--edge); }
  .primary { background: var(--accent); border-color: var(--accent); color: var(--card); }
  button:focus-visible { outline: 2px solid var(--text); outline-offset: 2px; }`;

/** The page on which a person says who they are. `path` is the authorize request itself, to be repeated with a name. */
export function whoPage(path: string): string {
  const choices = signInChoices.map(localPerson).map((person) => {
    const target = new URL(path, "http://localhost");
    target.searchParams.set("login_hint", person.mail);
    const name = `${person.givenName} ${person.surname}`;
    return `<li><a href="${escapeHtml(target.pathname + target.search)}"><b>${name}</b><span>${person.jobTitle}</span></a></li>`;
  });
  return page(
    "Who are you today?",
    `<p>${localTenant.name} exists only here, so no password is asked.</p><ul>${choices.join("")}</ul>`,
  );
}

/** A sentence for a request that cannot be answered by going back to the application. */
export const errorPage = (sentence: string): string =>
  page("This sign-in request can't be used", `<p>${escapeHtml(sentence)}</p>`);

/** A page of this process: a title and what stands under it, as markup. */
export const page = (title: string, body: string) =>
  `<!doctype html><html lang="en-GB"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">` +
  `<title>${title}</title><style>${style}</style></head><body><main><h1>${title}</h1>${body}</main></body></html>`;

const escapeHtml = (text: string) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll('"', "&quot;");
