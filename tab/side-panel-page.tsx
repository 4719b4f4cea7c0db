import { SessionPanel } from "./side-panel/session-panel.tsx";
import { startPage } from "./start-page.tsx";

await startPage({ ground: "plain", inTeams: () => <SessionPanel /> });
