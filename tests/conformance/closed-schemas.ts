import { Ajv, type ErrorObject } from "ajv";

type Json = { readonly [key: string]: Json } | readonly Json[] | string | number | boolean | null;
type Node = { readonly [key: string]: Json };

/** An OpenAPI 3.0 document, as far as this check reads it. */
export interface Api {
  readonly paths: Node;
  readonly components: Node;
}

const isNode = (value: Json | undefined): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** Closes every object schema, so that a property the document doesn't know is an error; annotations (`@…`) may always come. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed);
  if (!isNode(value)) return value;
  const inner = Object.fromEntries(Object.entries(value).map(([key, part]) => [key, closed(part)]));
  const isObject = isNode(value.properties) && (value.type === "object" || value.type === undefined);
  if (!isObject || value.additionalProperties !== undefined) return inner;
  return { ...inner, additionalProperties: false, patternProperties: { "@": {} } };
}

/** Checks answers against the document. */
export interface Conformance {
  /** What is wrong with an answer, in words; nothing when it fits. */
  problems(template: string, method: string, status: number, body: unknown): string[];
}

/** Reads the document and makes its check. */
export function conformanceTo(api: Api): Conformance {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "api", components: closed(api.components) });
  return {
    problems(template, method, status, body) {
      const found = responseFor(api, template, method, status);
      if (found === undefined) return [`the document has no ${method} ${template} with ${status}`];
      if (found === null) return body === null ? [] : ["the document has no body here"];
      const validate = ajv.compile(pointed(closed(found)) as object);
      return validate(body) ? [] : (validate.errors ?? []).map(words);
    },
  };
}

const words = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath || "/"} ${message} ${JSON.stringify(params)}`;

/** The response's schema; null for an answer without a body, undefined where there is no such answer. */
function responseFor(api: Api, template: string, method: string, status: number): Json | null | undefined {
  const path = api.paths[template];
  const operation = isNode(path) ? path[method.toLowerCase()] : undefined;
  const responses = isNode(operation) ? operation.responses : undefined;
  if (!isNode(responses)) return undefined;
  const response = follow(api, responses[String(status)] ?? responses[`${String(status)[0]}XX`]);
  if (!isNode(response)) return undefined;
  const content = isNode(response.content) ? response.content["application/json"] : undefined;
  return isNode(content) ? (content.schema ?? null) : null;
}

function follow(api: Api, value: Json | undefined): Json | undefined {
  if (!isNode(value) || typeof value.$ref !== "string") return value;
  const steps = value.$ref.replace(/^#\//, "").split("/");
  return steps.reduce<Json | undefined>((node, key) => (isNode(node) ? node[key] : undefined), { ...api });
}

/** Points references at the document. */
function pointed(value: Json): Json {
  if (Array.isArray(value)) return value.map(pointed);
  if (!isNode(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, part]) => [
      key,
      key === "$ref" && typeof part === "string" ? part.replace(/^#/, "api#") : pointed(part),
    ]),
  );
}
