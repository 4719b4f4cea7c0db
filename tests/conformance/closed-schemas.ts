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

/** A request or an answer in one of the document's operations. */
export interface Operation {
  /** "/users/{user-id}/events". */
  readonly template: string;
  readonly method: string;
}

/** Checks requests and answers against the document. */
export interface Conformance {
  /** The template that a path from the version on belongs to; null where the document has none. */
  templateOf(path: string): string | null;
  /** What is wrong with an answer, in words; nothing when it fits. */
  answerProblems(operation: Operation, status: number, body: unknown): string[];
  /** What is wrong with a request: its query's names, the properties it selects, its body. */
  requestProblems(operation: Operation, query: URLSearchParams, body: unknown): string[];
}

/** Reads the document and makes its check. */
export function conformanceTo(api: Api): Conformance {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
  ajv.addSchema({ $id: "api", components: closed(api.components) });
  const check = (schema: Json, value: unknown): string[] => {
    const validate = ajv.compile(pointed(closed(schema)) as object);
    return validate(value) ? [] : (validate.errors ?? []).map(words);
  };
  const templates = Object.keys(api.paths).map((template) => ({ template, form: formOf(template) }));
  return {
    templateOf: (path) => templates.find(({ form }) => form.test(path))?.template ?? null,
    answerProblems({ template, method }, status, body) {
      const found = responseFor(api, template, method, status);
      if (found === undefined) return [`the document has no ${method} ${template} with ${status}`];
      if (found === null) return body === null ? [] : ["the document has no body here"];
      return check(found, body);
    },
    requestProblems({ template, method }, query, body) {
      const operation = operationFor(api, template, method);
      if (!operation) return [`the document has no ${method} ${template}`];
      const schema = schemaOf(follow(api, operation.requestBody));
      if (schema === undefined && body !== null) return ["the document takes no body here"];
      const wrongBody = schema === undefined || body === null ? [] : check(schema, body);
      return [...queryProblems(api, operation, query), ...wrongBody];
    },
  };
}

/** A template as the paths that belong to it; a function may be called with or without its brackets. */
const formOf = (template: string): RegExp =>
  new RegExp(
    `^${template
      .replaceAll("$", "\\$")
      .replace("()", "(?:\\(\\))?")
      .replaceAll(/\{[^}]+\}/g, "[^/]+")}$`,
  );

function queryProblems(api: Api, operation: Node, query: URLSearchParams): string[] {
  const parameters = Array.isArray(operation.parameters) ? operation.parameters : [];
  const known = new Set(
    parameters
      .map((one: Json) => follow(api, one))
      .flatMap((one) =>
        isNode(one) && one.in === "query" && typeof one.name === "string" ? [one.name.toLowerCase()] : [],
      ),
  );
  const strangers = [...query.keys()].filter((name) => !known.has(name.toLowerCase()));
  const selectable = propertiesOf(api, operation);
  const selected = (query.get("$select") ?? "").split(",").filter((name) => name !== "" && !selectable.has(name));
  return [
    ...strangers.map((name) => `the document has no parameter ${name} here`),
    ...selected.map((name) => `the document has no property ${name} to select`),
  ];
}

/** The properties of what the operation answers: of the thing itself, or of the things in its list. */
function propertiesOf(api: Api, operation: Node): ReadonlySet<string> {
  const responses = isNode(operation.responses) ? operation.responses : {};
  const whole = follow(api, schemaOf(follow(api, responses["200"] ?? responses["201"])));
  const properties = isNode(whole) && isNode(whole.properties) ? whole.properties : {};
  const list = isNode(properties.value) ? follow(api, properties.value.items) : undefined;
  return new Set(Object.keys(isNode(list) && isNode(list.properties) ? list.properties : properties));
}

const words = ({ instancePath, message, params }: ErrorObject) =>
  `${instancePath || "/"} ${message} ${JSON.stringify(params)}`;

/** The response's schema; null for an answer without a body, undefined where there is no such answer. */
function responseFor(api: Api, template: string, method: string, status: number): Json | null | undefined {
  const responses = operationFor(api, template, method)?.responses;
  if (!isNode(responses)) return undefined;
  const response = follow(api, responses[String(status)] ?? responses[`${String(status)[0]}XX`]);
  return isNode(response) ? (schemaOf(response) ?? null) : undefined;
}

function operationFor(api: Api, template: string, method: string): Node | undefined {
  const path = api.paths[template];
  const operation = isNode(path) ? path[method.toLowerCase()] : undefined;
  return isNode(operation) ? operation : undefined;
}

/** The schema of a request's or an answer's JSON body, where it has one. */
function schemaOf(described: Json | undefined): Json | undefined {
  const content = isNode(described) && isNode(described.content) ? described.content["application/json"] : undefined;
  return isNode(content) ? content.schema : undefined;
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
