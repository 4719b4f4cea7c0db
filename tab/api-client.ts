import type { z } from "zod";
import type { RefusalBody } from "../shared/contract/endpoint.ts";
import type { EndpointId, Endpoints } from "../shared/contract/endpoints.ts";
import type { RefusalCode } from "../shared/contract/refusals.ts";
import { apiRoutes, fillPath } from "./api-routes.ts";

type Params<Id extends EndpointId> = z.input<Endpoints[Id]["params"]>;
type Body<Id extends EndpointId> = z.input<Endpoints[Id]["body"]>;

/** What an endpoint answers when it does not refuse. */
export type Output<Id extends EndpointId> = z.output<Endpoints[Id]["output"]>;

type ParamsPart<Id extends EndpointId> =
  Params<Id> extends Record<string, never> ? { params?: undefined } : { params: Params<Id> };
type BodyPart<Id extends EndpointId> = Body<Id> extends undefined ? { body?: undefined } : { body: Body<Id> };
/** What an endpoint takes. `outlivesPage` lets the browser finish sending after the page is gone. */
export type CallInput<Id extends EndpointId> = Readonly<ParamsPart<Id> & BodyPart<Id> & { outlivesPage?: boolean }>;
type Arguments<Id extends EndpointId> =
  Record<string, never> extends CallInput<Id> ? [input?: CallInput<Id>] : [input: CallInput<Id>];

/**
 * Why a call brought nothing: a refusal of the server with its sentence, "offline" when the server wasn't reached, or "went-wrong" without
 * a sentence when something between answered in its place.
 */
export interface Problem {
  readonly refusal: RefusalCode | "offline";
  readonly sentence: string | null;
  readonly fields?: RefusalBody["fields"];
  /** To quote when asking for help. */
  readonly incident?: string | undefined;
}

export type Answer<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly problem: Problem };

/** Where tokens come from. `renewed` is asked for after the server refused the current one. */
export interface TokenSource {
  readonly current: () => Promise<string>;
  readonly renewed: () => Promise<string>;
}

export interface ApiClient {
  /** Calls an endpoint. A refused sign-in is tried once more with a fresh token; a lost network is an answer and never thrown. */
  readonly call: <Id extends EndpointId>(id: Id, ...input: Arguments<Id>) => Promise<Answer<Output<Id>>>;
}

export function createApiClient(tokens: TokenSource, fetch: typeof globalThis.fetch = globalThis.fetch): ApiClient {
  return {
    async call<Id extends EndpointId>(id: Id, ...[input]: Arguments<Id>): Promise<Answer<Output<Id>>> {
      const [method, path] = apiRoutes[id];
      const url = fillPath(path, (input?.params ?? {}) as Readonly<Record<string, string>>);
      const send = async (token: string) =>
        fetch(url, { ...request(method, token, input?.body), keepalive: input?.outlivesPage === true });
      try {
        const first = await send(await tokens.current());
        return await read<Output<Id>>(first.status === 401 ? await send(await tokens.renewed()) : first);
      } catch {
        return { ok: false, problem: { refusal: "offline", sentence: null } };
      }
    },
  };
}

function request(method: string, token: string, body: unknown): RequestInit {
  const headers: Record<string, string> = { authorization: `Bearer ${token}`, accept: "application/json" };
  if (body === undefined) return { method, headers };
  return { method, headers: { ...headers, "content-type": "application/json" }, body: JSON.stringify(body) };
}

async function read<Value>(response: Response): Promise<Answer<Value>> {
  if (response.ok) return { ok: true, value: (await response.json()) as Value };
  const text = await response.text();
  return { ok: false, problem: refusalIn(text) ?? { refusal: "went-wrong", sentence: null } };
}

function refusalIn(text: string): Problem | null {
  try {
    const body = JSON.parse(text) as Partial<RefusalBody> | null;
    const { refusal, sentence, fields, incident } = body ?? {};
    return refusal && sentence ? { refusal, sentence, fields, incident } : null;
  } catch {
    return null;
  }
}

/** A problem on its way through code that expects a value. */
export class ApiProblem extends Error {
  override readonly name = "ApiProblem";
  readonly problem: Problem;
  constructor(problem: Problem) {
    super(problem.refusal);
    this.problem = problem;
  }
}

/** The answer's value. @throws ApiProblem for anything else. */
export async function valueOf<Value>(answer: Promise<Answer<Value>>): Promise<Value> {
  const settled = await answer;
  if (!settled.ok) throw new ApiProblem(settled.problem);
  return settled.value;
}

/** The problem behind whatever was thrown. */
export const problemOf = (thrown: unknown): Problem =>
  thrown instanceof ApiProblem ? thrown.problem : { refusal: "went-wrong", sentence: null };
