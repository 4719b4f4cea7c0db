import { createContext, useContext } from "react";
import { type EveryViewMessages, everyViewMessages } from "../shared/content/every-view-messages.ts";
import type { ApiClient } from "./api-client.ts";
import type { TeamsHost } from "./teams-host.ts";

/** What every view may use: the server, the Teams window around the page, the reader's language. */
export interface App {
  readonly api: ApiClient;
  readonly host: TeamsHost;
}

export const AppContext = createContext<App | null>(null);
export const LocaleContext = createContext("en-GB");

/** The app around this view. Only views inside Teams have one. */
export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("This view needs the Teams window around it.");
  return app;
}

/** The reader's language, BCP 47. */
export const useLocale = (): string => useContext(LocaleContext);

export const useEveryViewMessages = (): EveryViewMessages => everyViewMessages(useLocale());
