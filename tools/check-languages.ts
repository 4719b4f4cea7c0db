import type { AnySchemaObject } from "ajv-draft-04";
import { type Manifest, tooLong } from "./check-manifest.ts";
import { checkSchema } from "./check-schema.ts";

/** The language files' strings, by the name that the manifest gives a file. */
type LanguageFiles = ReadonlyMap<string, Readonly<Record<string, string>>>;

/** The names of the language files that the manifest refers to. */
export function languageFileNames({ localizationInfo }: Manifest): string[] {
  const { defaultLanguageFile, additionalLanguages = [] } = localizationInfo ?? {};
  return [...(defaultLanguageFile ? [defaultLanguageFile] : []), ...additionalLanguages.map(({ file }) => file)];
}

/** Says what is wrong with the manifest's language files: against Microsoft's schema, too long for its place in Teams, or of a language given twice. */
export function checkLanguages(manifest: Manifest, files: LanguageFiles, schema: AnySchemaObject): string[] {
  const { defaultLanguageTag, additionalLanguages = [] } = manifest.localizationInfo ?? {};
  const tags = [defaultLanguageTag, ...additionalLanguages.map(({ languageTag }) => languageTag)];
  const twice = tags.filter((tag, index) => tags.indexOf(tag) !== index);
  return [
    ...twice.map((tag) => `The language ${tag} is given twice.`),
    ...languageFileNames(manifest).flatMap((name) => {
      const strings = files.get(name) ?? {};
      const misfits = checkSchema(strings, schema);
      const refusals =
        misfits.length > 0 ? misfits : Object.entries(strings).flatMap(([key, text]) => tooLong(key, text));
      return refusals.map((refusal) => `${name}: ${refusal}`);
    }),
  ];
}
