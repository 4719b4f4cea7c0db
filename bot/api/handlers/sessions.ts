import type { UseCases } from "../../use-cases/use-cases.ts";
import type { LiveSessions } from "../live/live-sessions.ts";
import type { Handlers } from "./handler.ts";

/** Sessions, and the meetings in which they are held. */
export const sessionHandlers = (use: UseCases, live: Pick<LiveSessions, "during">) =>
  ({
    openSession: ({ by, body }) => use.openSession({ by, ...body }),
    readSession: ({ by, params }) => use.readSession({ by, ...params }),
    actInSession: ({ by, params, body }) =>
      live.during({ by, ...params }, () => use.actInSession({ by, ...params, ...body })),
    readClock: () => use.readClock(),
    readRoom: ({ by, body }) => use.readRoom({ by, ...body }),
    linkRoom: ({ by, body }) => use.linkRoom({ by, ...body }),
  }) satisfies Partial<Handlers>;

/** What people type and choose around a session. */
export const sessionWordsHandlers = (use: UseCases) =>
  ({
    readOwnWords: ({ by, params }) => use.readOwnWords({ by, ...params }),
    saveOwnWords: ({ by, params, body }) => use.saveOwnWords({ by, ...params, ...body }),
    readPreparation: ({ by, params }) => use.readPreparation({ by, ...params }),
    bringPrompt: ({ by, params, body }) => use.bringPrompt({ by, ...params, ...body }),
    sayReadiness: ({ by, params, body }) => use.sayReadiness({ by, ...params, ...body }),
    readReflection: ({ by, params }) => use.readReflection({ by, ...params }),
    saveReflection: ({ by, params, body }) => use.saveReflection({ by, ...params, ...body }),
    keepDraft: ({ by, params, body }) => use.keepDraft({ by, ...params, ...body }),
  }) satisfies Partial<Handlers>;

/** The library of prompts, and what people choose of it. */
export const libraryHandlers = (use: UseCases) =>
  ({
    listPrompts: ({ by }) => use.listPrompts({ by }),
    markFavourite: ({ by, params, body }) => use.markFavourite({ by, ...params, ...body }),
    muteTopics: ({ by, body }) => use.muteTopics({ by, ...body }),
    listLibrary: ({ by }) => use.listLibrary({ by }),
    savePrompt: ({ by, params, body }) => use.savePrompt({ by, ...params, ...body }),
    retirePrompt: ({ by, params, body }) => use.retirePrompt({ by, ...params, ...body }),
  }) satisfies Partial<Handlers>;
