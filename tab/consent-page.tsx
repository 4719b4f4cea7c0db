import { app, authentication } from "@microsoft/teams-js";
import { connectionMessages } from "../shared/content/tab-messages.ts";
import { asOutcome, consentOutcomeMeta } from "../shared/contract/consent.ts";
import { localHostOrigins } from "./teams-host.ts";
import "./consent.css";

/** The end of the pop-up: tells the tab how the consent went, upon which Teams closes it. Where no Teams hears it, words say what to do. */
const outcome = asOutcome(document.querySelector<HTMLMetaElement>(`meta[name="${consentOutcomeMeta}"]`)?.content);
const say = connectionMessages(navigator.language);

// The address still holds what Entra sent along; nobody needs it any more.
history.replaceState(null, "", location.pathname);
for (const [tag, words] of [
  ["h1", say.doneTitle],
  ["p", outcome === "given" ? say.doneSentence : say.outcomes[outcome]],
] as const) {
  const element = document.createElement(tag);
  element.textContent = words;
  document.querySelector("#done")?.append(element);
}

await app.initialize(localHostOrigins());
if (outcome === "given") authentication.notifySuccess(outcome);
else authentication.notifyFailure(outcome);
