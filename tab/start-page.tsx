import { FluentProvider, makeStyles, tokens } from "@fluentui/react-components";
import { lazy, type ReactNode, StrictMode, Suspense, useEffect, useState } from "react";
import { createRoot } from "react-dom/client";
import { createApiClient } from "./api-client.ts";
import { AppContext, LocaleContext } from "./app-context.tsx";
import { ErrorBoundary } from "./components/error-boundary.tsx";
import { connectToTeams, type HostAbsence, type TeamsHost } from "./teams-host.ts";
import { appTheme } from "./theme/app-theme.ts";
import type { ThemeName } from "./theme/voices.ts";
import "./theme/page.css";

const OutsideTeams = lazy(() =>
  import("./components/outside-teams.tsx").then((part) => ({ default: part.OutsideTeams })),
);

export interface PageParts {
  /** What the page shows inside Teams. */
  readonly inTeams: () => ReactNode;
  /** What it shows where there is no Teams and the address asks for something that needs none; `null` for nothing. */
  readonly anywhere?: () => ReactNode | null;
  /** "canvas" for pages that carry a card, "plain" for the panel. */
  readonly ground: "canvas" | "plain";
}

/** Draws a page: connects to Teams first, then shows it in Teams' theme and the person's language. */
export async function startPage(parts: PageParts): Promise<void> {
  const host = await connectToTeams();
  const element = document.getElementById("app");
  if (!element) throw new Error("The page has no place for the app.");
  document.documentElement.lang = "en";
  createRoot(element).render(
    <StrictMode>
      <Page host={host} parts={parts} />
    </StrictMode>,
  );
}

function Page({ host, parts }: { readonly host: TeamsHost | HostAbsence; readonly parts: PageParts }) {
  const isInside = typeof host !== "string";
  const styles = useStyles();
  const theme = useThemeOf(isInside ? host : null);
  const ground = parts.ground === "canvas" ? styles.canvas : styles.plain;
  return (
    <LocaleContext value={isInside ? host.locale : navigator.language}>
      <FluentProvider theme={appTheme(theme)} className={ground}>
        <ErrorBoundary>
          {isInside ? (
            <InTeams host={host}>{parts.inTeams()}</InTeams>
          ) : (
            (parts.anywhere?.() ?? (
              <Suspense>
                <OutsideTeams why={host} />
              </Suspense>
            ))
          )}
        </ErrorBoundary>
      </FluentProvider>
    </LocaleContext>
  );
}

function InTeams({ host, children }: { readonly host: TeamsHost; readonly children: ReactNode }) {
  const [app] = useState(() => ({ host, api: createApiClient(host.tokens) }));
  useEffect(() => host.ready(), [host]);
  return <AppContext value={app}>{children}</AppContext>;
}

function useThemeOf(host: TeamsHost | null): ThemeName {
  const [theme, setTheme] = useState<ThemeName>(() => host?.theme ?? systemTheme());
  useEffect(() => host?.onTheme(setTheme), [host]);
  return theme;
}

const systemTheme = (): ThemeName => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");

const useStyles = makeStyles({
  canvas: { minHeight: "100%", backgroundColor: tokens.colorNeutralBackground3 },
  plain: { minHeight: "100%", backgroundColor: tokens.colorNeutralBackground1 },
});
