import type { z } from "zod";
import type { EndpointId, Endpoints } from "../../shared/contract/endpoints.ts";
import type { RefusalCode } from "../../shared/contract/refusals.ts";
import type { Goal } from "../../shared/domain/goal.ts";
import type { JournalEntry } from "../../shared/domain/journal-entry.ts";
import { done, type Result, refuse } from "../../shared/domain/result.ts";
import type { PersonRef } from "../use-cases/deps.ts";
import { checkInView } from "../use-cases/home/read-home.ts";
import type { UseCases } from "../use-cases/use-cases.ts";

interface Input<Id extends EndpointId> {
  readonly by: PersonRef;
  readonly params: z.infer<Endpoints[Id]["params"]>;
  readonly body: z.infer<Endpoints[Id]["body"]>;
}

export type Handlers = {
  readonly [Id in EndpointId]: (input: Input<Id>) => Promise<Result<z.input<Endpoints[Id]["output"]>, RefusalCode>>;
};

/** What each endpoint does: one use case, and its value as the contract shows it. */
export const handlersFor = (use: UseCases): Handlers => ({
  readMe: async ({ by }) =>
    onSuccess(await use.meet({ by }), ({ person: { id, name, locale, timeZone }, roles }) => ({
      id,
      name,
      locale,
      timeZone,
      roles: [...roles],
    })),
  readHome: ({ by }) => use.readHome({ by }),
  listGoals: async ({ by, params }) =>
    onSuccess(await use.listGoals({ by, ...params }), (goals) => goals.map(goalView)),
  addGoal: async ({ by, params, body }) => onSuccess(await use.addGoal({ by, ...params, ...body }), goalView),
  editGoal: async ({ by, params, body: { seenVersion, ...words } }) =>
    onSuccess(await use.editGoal({ by, ...params, words, seenVersion }), goalView),
  settleGoal: async ({ by, params, body }) => onSuccess(await use.settleGoal({ by, ...params, ...body }), goalView),
  listEntries: async ({ by, params }) =>
    onSuccess(await use.listEntries({ by, ...params }), (entries) => entries.map(entryView)),
  writeEntry: async ({ by, params, body }) => onSuccess(await use.writeEntry({ by, ...params, ...body }), entryView),
  reviseEntry: async ({ by, params, body }) => onSuccess(await use.reviseEntry({ by, ...params, ...body }), entryView),
  eraseEntry: ({ by, params }) => use.eraseEntry({ by, ...params }),
  askForCheckIn: async ({ by, params, body }) =>
    onSuccess(await use.askForCheckIn({ by, ...params, ...body }), ({ checkIn }) => checkInView(checkIn)),
  bookCheckIn: async ({ by, params, body }) =>
    onSuccess(await use.bookCheckIn({ by, ...params, ...body }), ({ checkIn }) => checkInView(checkIn)),
  readCheckIn: async ({ by, params }) => onSuccess(await use.readCheckIn({ by, ...params }), checkInView),
  openSession: ({ by, body }) => use.openSession({ by, ...body }),
  readSession: ({ by, params }) => use.readSession({ by, ...params }),
  actInSession: ({ by, params, body }) => use.actInSession({ by, ...params, ...body }),
  listCohorts: async ({ by }) =>
    onSuccess(await use.listCohorts({ by }), (cohorts) => cohorts.map(({ id, name }) => ({ id, name }))),
  readCohort: async ({ by, params }) =>
    onSuccess(await use.readCohort({ by, ...params }), ({ recent, ...overview }) => ({
      ...overview,
      recent: recent && { ...recent },
    })),
  listQuietPairs: async ({ by, params }) =>
    onSuccess(await use.listQuietPairs({ by, ...params }), (pairs) => pairs.map((names) => [...names])),
});

const onSuccess = <Value, View, Refusal extends string>(
  result: Result<Value, Refusal>,
  view: (value: Value) => View,
): Result<View, Refusal> => (result.ok ? done(view(result.value)) : refuse(result.refusal));

const goalView = ({ pairId: _, ...goal }: Goal) => goal;
const entryView = ({ pairId: _, ...entry }: JournalEntry) => entry;
