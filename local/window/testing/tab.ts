import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { FastifyInstance } from "fastify";
import { localApp } from "../../identities.ts";

const teamsJs = readFileSync(
  fileURLToPath(import.meta.resolve("@microsoft/teams-js/dist/umd/MicrosoftTeams.min.js")),
  "utf8",
);

const page = (
  body: string,
  script: string,
) => `<!doctype html><html lang="en-GB"><meta charset="utf-8"><title>Tab</title>
<script src="/teams.js"></script><body>${body}<p id="said"></p><script type="module">
const host = new URL(location.href).searchParams.get("host") ?? localStorage.getItem("host");
localStorage.setItem("host", host);
const say = (words) => { document.getElementById("said").textContent = words; };
${script}</script></body></html>`;

const home = (windowUrl: string) =>
  page(
    `<button id="consent">Connect the calendar</button> <button id="download">Download</button>`,
    `localStorage.setItem("host", "${windowUrl}");
await microsoftTeams.app.initialize(["${windowUrl}"]);
say("ready for " + (await microsoftTeams.app.getContext()).user.loginHint);
document.getElementById("consent").onclick = async () => {
  try {
    const url = new URL("/tab/consent.html", location.href);
    url.protocol = "https:";
    say("allowed " + await microsoftTeams.authentication.authenticate({ url: url.href, width: 480, height: 640 }));
  } catch (error) { say("not allowed: " + error.message); }
};
document.getElementById("download").onclick = () => {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob(["BEGIN:VCALENDAR"], { type: "text/calendar" }));
  link.download = "check-ins.ics";
  link.click();
};`,
  );

const consented = (windowUrl: string) =>
  page(
    "",
    `await microsoftTeams.app.initialize(["${windowUrl}"]);
const answer = new URL(location.href).searchParams;
if (answer.has("code")) microsoftTeams.authentication.notifySuccess("with a code");
else microsoftTeams.authentication.notifyFailure(answer.get("error"));`,
  );

/** A tab with Microsoft's real teams-js that asks for consent in a window and downloads a file: what the window must be able to host. */
export function addTestTab(server: FastifyInstance, urls: { windowUrl: string; issuer: string; appUrl: string }): void {
  const html = (path: string, text: string) =>
    server.get(path, (_request, reply) => reply.type("text/html; charset=utf-8").send(text));
  server.get("/teams.js", (_request, reply) => reply.type("text/javascript").send(teamsJs));
  html("/tab/index.html", home(urls.windowUrl));
  html("/tab/consented.html", consented(urls.windowUrl));
  const query = new URLSearchParams({
    client_id: localApp.clientId,
    redirect_uri: `${urls.appUrl}/tab/consented.html`,
    response_type: "code",
    scope: "https://graph.microsoft.com/Calendars.ReadWrite offline_access",
    code_challenge: "a-challenge-that-nobody-meets-in-this-test-as-no-code-is-redeemed",
    code_challenge_method: "S256",
    login_hint: "ana.moreau@northlight.example",
  });
  server.get("/tab/consent.html", (_request, reply) => reply.redirect(`${urls.issuer}/authorize?${query}`));
}
