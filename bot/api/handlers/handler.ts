import type { z } from "zod";
import type { EndpointId, Endpoints } from "../../../shared/contract/endpoints.ts";
import type { RefusalCode } from "../../../shared/contract/refusals.ts";
import { done, type Result, refuse } from "../../../shared/domain/result.ts";
import type { PersonRef } from "../../use-cases/deps.ts";

interface Sent<Id extends EndpointId> {
  readonly by: PersonRef;
  readonly params: z.infer<Endpoints[Id]["params"]>;
  readonly body: z.infer<Endpoints[Id]["body"]>;
}

/** The one endpoint that acts on with the caller's own token. No other handler is given it. */
type TokenTaker = "connectCalendar";
export const takesToken = (id: EndpointId): id is TokenTaker => id === "connectCalendar";

type Input<Id extends EndpointId> = Sent<Id> & (Id extends TokenTaker ? { readonly tabToken: string } : unknown);

/** What each endpoint does with what was sent: the contract's output, or one of its refusals. */
export type Handlers = {
  readonly [Id in EndpointId]: (input: Input<Id>) => Promise<Result<z.input<Endpoints[Id]["output"]>, RefusalCode>>;
};

/** The result with its value as the contract shows it. */
export const onSuccess = <Value, View, Refusal extends string>(
  result: Result<Value, Refusal>,
  view: (value: Value) => View,
): Result<View, Refusal> => (result.ok ? done(view(result.value)) : refuse(result.refusal));
