import { localTenant } from "../../local/identities.ts";
import type { MemberView } from "../../shared/contract/people.ts";

/** A page that is Teams to one side panel, as large as the window. It never asks for a sign-in: the token is good for a day and for nobody. */
export function panelHost(member: MemberView | undefined): string {
  const context = {
    userObjectId: member?.id,
    tid: localTenant.id,
    userDisplayName: member?.name,
    entityId: "session",
    chatId: "19:canned@thread.v2",
    meetingId: "canned",
    locale: "en-gb",
    hostName: "Teams",
    hostClientType: "web",
    frameContext: "sidePanel",
  };
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><title>A panel</title><style>
  html, body { margin: 0; height: 100% }
  iframe { display: block; border: 0; width: 100%; height: 100% }
</style></head>
<body><iframe title="Panel"></iframe><script type="module">
  import { TeamsHost } from "/host/host.ts";
  const frame = document.querySelector("iframe");
  let theme = new URLSearchParams(location.search).get("theme") ?? "default";
  const teams = new TeamsHost({
    appOrigin: location.origin,
    frame: () => frame.contentWindow,
    context: () => ({ ...${JSON.stringify(context)}, theme }),
    authToken: async () => ${JSON.stringify(tokenOfNobody())},
    openLink: () => false,
    openPage: () => false,
    goBack: () => false,
    meeting: { details: () => ({}), mayShare: () => true, isSharing: () => false, share: () => true, stopSharing: () => {} },
  });
  teams.attach(window);
  addEventListener("theme", ({ detail }) => teams.push("themeChange", [(theme = detail)]));
  frame.src = "/tab/panel.html";
</script></body></html>`;
}

function tokenOfNobody(): string {
  const exp = Math.floor(Date.now() / 1000) + 24 * 60 * 60;
  return ["{}", JSON.stringify({ exp }), ""].map((part) => Buffer.from(part).toString("base64url")).join(".");
}
