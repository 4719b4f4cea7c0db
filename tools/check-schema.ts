import type { AnySchemaObject } from "ajv-draft-04";
import Draft04 from "ajv-draft-04";

/** Says where a document differs from a draft-04 JSON schema, one sentence each. Formats other than `uri` are not used by Microsoft's schemas. */
export function checkSchema(document: unknown, schema: AnySchemaObject): string[] {
  // Microsoft's own patterns are no valid regular expressions in Unicode mode.
  const ajv = new Draft04.default({
    allErrors: true,
    strict: false,
    unicodeRegExp: false,
    formats: { uri: (text: string) => URL.canParse(text) },
  });
  const fits = ajv.compile(schema);
  if (fits(document)) return [];
  return (fits.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = "additionalProperty" in params ? ` ("${params["additionalProperty"]}")` : "";
    return `The official schema refuses ${instancePath || "the manifest"}: it ${message ?? "does not fit"}${detail}.`;
  });
}
